-- AlterTable
ALTER TABLE "Learner" ADD COLUMN     "desiredRetention" DOUBLE PRECISION NOT NULL DEFAULT 0.9,
ADD COLUMN     "newCardsPerDay" INTEGER NOT NULL DEFAULT 20,
ADD COLUMN     "reviewsPerDay" INTEGER NOT NULL DEFAULT 200;

-- AlterTable
ALTER TABLE "Review" ADD COLUMN     "desiredRetention" DOUBLE PRECISION NOT NULL DEFAULT 0.9,
ADD COLUMN     "timeZone" TEXT;

-- CreateTable
CREATE TABLE "CardStanding" (
    "learnerId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "suspendedAt" TIMESTAMP(3),
    "buriedUntil" TIMESTAMP(3),
    "markedAt" TIMESTAMP(3),
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "CardStanding_pkey" PRIMARY KEY ("learnerId","cardId")
);

-- AddForeignKey
ALTER TABLE "CardStanding" ADD CONSTRAINT "CardStanding_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;
