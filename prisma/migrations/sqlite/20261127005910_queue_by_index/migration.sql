-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_CardState" (
    "learnerId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "stability" REAL NOT NULL,
    "difficulty" REAL NOT NULL,
    "phase" INTEGER NOT NULL,
    "learningStep" INTEGER NOT NULL,
    "intervalDays" INTEGER NOT NULL,
    "reps" INTEGER NOT NULL,
    "lapses" INTEGER NOT NULL,
    "firstReviewedAt" DATETIME NOT NULL,
    "lastReviewedAt" DATETIME NOT NULL,
    "intervalBucket" INTEGER NOT NULL,
    "isSuspended" BOOLEAN NOT NULL DEFAULT false,

    PRIMARY KEY ("learnerId", "cardId"),
    CONSTRAINT "CardState_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_CardState" ("cardId", "difficulty", "dueAt", "intervalDays", "lapses", "lastReviewedAt", "learnerId", "learningStep", "phase", "reps", "stability", "firstReviewedAt", "intervalBucket", "isSuspended") SELECT "cardId", "difficulty", "dueAt", "intervalDays", "lapses", "lastReviewedAt", "learnerId", "learningStep", "phase", "reps", "stability",
    coalesce((SELECT min("reviewedAt") FROM "Review" WHERE "Review"."learnerId" = "CardState"."learnerId" AND "Review"."cardId" = "CardState"."cardId" AND NOT EXISTS (SELECT 1 FROM "ReviewUndo" WHERE "ReviewUndo"."reviewId" = "Review"."id")), "lastReviewedAt"),
    CASE WHEN "phase" = 2 THEN CAST(1 + floor(2 * ln(CASE WHEN "intervalDays" < 1 THEN 1 ELSE "intervalDays" END) / ln(2)) AS INTEGER) ELSE 0 END,
    EXISTS (SELECT 1 FROM "CardStanding" WHERE "CardStanding"."learnerId" = "CardState"."learnerId" AND "CardStanding"."cardId" = "CardState"."cardId" AND "suspendedAt" IS NOT NULL)
FROM "CardState";
DROP TABLE "CardState";
ALTER TABLE "new_CardState" RENAME TO "CardState";
CREATE INDEX "CardState_due_idx" ON "CardState"("learnerId", "isSuspended", "phase", "intervalBucket", "dueAt", "cardId");
CREATE INDEX "CardState_learnerId_isSuspended_dueAt_idx" ON "CardState"("learnerId", "isSuspended", "dueAt");
CREATE INDEX "CardState_learnerId_lastReviewedAt_idx" ON "CardState"("learnerId", "lastReviewedAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "CardStanding_learnerId_suspendedAt_idx" ON "CardStanding"("learnerId", "suspendedAt");

-- CreateIndex
CREATE INDEX "CardStanding_learnerId_buriedUntil_idx" ON "CardStanding"("learnerId", "buriedUntil");

-- CreateIndex
CREATE INDEX "CardStanding_learnerId_markedAt_idx" ON "CardStanding"("learnerId", "markedAt");
