-- AlterTable
ALTER TABLE "Learner" ADD COLUMN     "parameterFitId" TEXT;

-- AlterTable
ALTER TABLE "Review" ADD COLUMN     "parameterFitId" TEXT;

-- CreateTable
CREATE TABLE "ParameterFit" (
    "id" TEXT NOT NULL,
    "learnerId" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "before" JSONB NOT NULL,
    "reviewCount" INTEGER NOT NULL,
    "recalledShare" DOUBLE PRECISION NOT NULL,
    "logLossBefore" DOUBLE PRECISION NOT NULL,
    "logLossAfter" DOUBLE PRECISION NOT NULL,
    "expectedShareBefore" DOUBLE PRECISION NOT NULL,
    "expectedShareAfter" DOUBLE PRECISION NOT NULL,
    "fittedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ParameterFit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ParameterFit_learnerId_fittedAt_idx" ON "ParameterFit"("learnerId", "fittedAt");

-- AddForeignKey
ALTER TABLE "ParameterFit" ADD CONSTRAINT "ParameterFit_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
