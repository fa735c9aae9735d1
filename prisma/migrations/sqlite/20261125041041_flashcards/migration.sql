-- CreateTable
CREATE TABLE "CardStanding" (
    "learnerId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "suspendedAt" DATETIME,
    "buriedUntil" DATETIME,
    "markedAt" DATETIME,
    "note" TEXT NOT NULL DEFAULT '',

    PRIMARY KEY ("learnerId", "cardId"),
    CONSTRAINT "CardStanding_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Learner" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "timeZone" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "newCardsPerDay" INTEGER NOT NULL DEFAULT 20,
    "reviewsPerDay" INTEGER NOT NULL DEFAULT 200,
    "desiredRetention" REAL NOT NULL DEFAULT 0.9
);
INSERT INTO "new_Learner" ("createdAt", "id", "timeZone") SELECT "createdAt", "id", "timeZone" FROM "Learner";
DROP TABLE "Learner";
ALTER TABLE "new_Learner" RENAME TO "Learner";
CREATE TABLE "new_Review" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "cardRevision" TEXT NOT NULL,
    "rating" INTEGER NOT NULL,
    "durationMs" INTEGER NOT NULL,
    "desiredRetention" REAL NOT NULL DEFAULT 0.9,
    "timeZone" TEXT,
    "reviewedAt" DATETIME NOT NULL,
    CONSTRAINT "Review_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Review" ("cardId", "cardRevision", "durationMs", "id", "learnerId", "rating", "reviewedAt") SELECT "cardId", "cardRevision", "durationMs", "id", "learnerId", "rating", "reviewedAt" FROM "Review";
DROP TABLE "Review";
ALTER TABLE "new_Review" RENAME TO "Review";
CREATE INDEX "Review_learnerId_cardId_reviewedAt_idx" ON "Review"("learnerId", "cardId", "reviewedAt");
CREATE INDEX "Review_learnerId_reviewedAt_idx" ON "Review"("learnerId", "reviewedAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
