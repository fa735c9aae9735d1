-- AlterTable
ALTER TABLE "Learner" ADD COLUMN "parameterFitId" TEXT;

-- AlterTable
ALTER TABLE "Review" ADD COLUMN "parameterFitId" TEXT;

-- CreateTable
CREATE TABLE "ParameterFit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "before" JSONB NOT NULL,
    "reviewCount" INTEGER NOT NULL,
    "recalledShare" REAL NOT NULL,
    "logLossBefore" REAL NOT NULL,
    "logLossAfter" REAL NOT NULL,
    "expectedShareBefore" REAL NOT NULL,
    "expectedShareAfter" REAL NOT NULL,
    "fittedAt" DATETIME NOT NULL,
    CONSTRAINT "ParameterFit_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ParameterFit_learnerId_fittedAt_idx" ON "ParameterFit"("learnerId", "fittedAt");
