-- DropIndex
DROP INDEX "CardState_learnerId_dueAt_idx";

-- AlterTable
ALTER TABLE "CardState" ADD COLUMN     "firstReviewedAt" TIMESTAMP(3),
ADD COLUMN     "intervalBucket" INTEGER,
ADD COLUMN     "isSuspended" BOOLEAN NOT NULL DEFAULT false;

-- What is derived, for the cards that have been seen
UPDATE "CardState" SET
    "firstReviewedAt" = coalesce((SELECT min("reviewedAt") FROM "Review" WHERE "Review"."learnerId" = "CardState"."learnerId" AND "Review"."cardId" = "CardState"."cardId" AND NOT EXISTS (SELECT 1 FROM "ReviewUndo" WHERE "ReviewUndo"."reviewId" = "Review"."id")), "lastReviewedAt"),
    "intervalBucket" = CASE WHEN "phase" = 2 THEN CAST(1 + floor(2 * ln(CASE WHEN "intervalDays" < 1 THEN 1 ELSE "intervalDays" END) / ln(2)) AS INTEGER) ELSE 0 END,
    "isSuspended" = EXISTS (SELECT 1 FROM "CardStanding" WHERE "CardStanding"."learnerId" = "CardState"."learnerId" AND "CardStanding"."cardId" = "CardState"."cardId" AND "suspendedAt" IS NOT NULL);

-- AlterTable
ALTER TABLE "CardState" ALTER COLUMN "firstReviewedAt" SET NOT NULL,
ALTER COLUMN "intervalBucket" SET NOT NULL;

-- CreateIndex
CREATE INDEX "CardStanding_learnerId_suspendedAt_idx" ON "CardStanding"("learnerId", "suspendedAt");

-- CreateIndex
CREATE INDEX "CardStanding_learnerId_buriedUntil_idx" ON "CardStanding"("learnerId", "buriedUntil");

-- CreateIndex
CREATE INDEX "CardStanding_learnerId_markedAt_idx" ON "CardStanding"("learnerId", "markedAt");

-- CreateIndex
CREATE INDEX "CardState_due_idx" ON "CardState"("learnerId", "isSuspended", "phase", "intervalBucket", "dueAt", "cardId");

-- CreateIndex
CREATE INDEX "CardState_learnerId_isSuspended_dueAt_idx" ON "CardState"("learnerId", "isSuspended", "dueAt");

-- CreateIndex
CREATE INDEX "CardState_learnerId_lastReviewedAt_idx" ON "CardState"("learnerId", "lastReviewedAt");
