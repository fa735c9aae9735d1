-- CreateTable
CREATE TABLE "OwnCard" (
    "id" TEXT NOT NULL,
    "learnerId" TEXT NOT NULL,
    "factId" TEXT,
    "front" TEXT NOT NULL,
    "back" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "editedAt" TIMESTAMP(3) NOT NULL,
    "isNew" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "OwnCard_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OwnCard_learnerId_isNew_createdAt_idx" ON "OwnCard"("learnerId", "isNew", "createdAt");

-- CreateIndex
CREATE INDEX "OwnCard_learnerId_createdAt_id_idx" ON "OwnCard"("learnerId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "OwnCard_learnerId_factId_idx" ON "OwnCard"("learnerId", "factId");

-- AddForeignKey
ALTER TABLE "OwnCard" ADD CONSTRAINT "OwnCard_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
