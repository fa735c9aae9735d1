-- AlterTable
ALTER TABLE "Answer" ADD COLUMN     "firstTryScore" DOUBLE PRECISION,
ADD COLUMN     "tries" JSONB;
