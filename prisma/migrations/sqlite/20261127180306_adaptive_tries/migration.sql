-- AlterTable
ALTER TABLE "Answer" ADD COLUMN "firstTryScore" REAL;
ALTER TABLE "Answer" ADD COLUMN "tries" JSONB;
