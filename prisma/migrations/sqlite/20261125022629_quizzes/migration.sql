-- AlterTable
ALTER TABLE "Answer" ADD COLUMN "certainty" INTEGER;
ALTER TABLE "Answer" ADD COLUMN "durationMs" INTEGER;

-- CreateTable
CREATE TABLE "AttemptEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "attemptId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "givenAt" DATETIME NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    CONSTRAINT "AttemptEvent_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ItemFlag" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "itemRevision" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "flaggedAt" DATETIME NOT NULL,
    CONSTRAINT "ItemFlag_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Attempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "learnerId" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "rules" JSONB NOT NULL,
    "lessonId" TEXT,
    "testId" TEXT,
    "startedAt" DATETIME NOT NULL,
    "eventCount" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'in-progress',
    "finishedAt" DATETIME,
    "memoryTakenBackAt" DATETIME,
    CONSTRAINT "Attempt_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- Until now every attempt was at a lesson's quiz, with feedback after each answer.
INSERT INTO "new_Attempt" ("finishedAt", "id", "learnerId", "lessonId", "startedAt", "plan", "rules", "status", "eventCount")
SELECT "finishedAt", "id", "learnerId", "lessonId", "startedAt",
    json_object('kind', 'lesson', 'lessonId', "lessonId"),
    '{"behaviour":"immediate-feedback","withCertainty":false,"itemsPerPage":1,"navigation":"free","timeLimitSeconds":null,"whenTimeIsUp":"submit","graceSeconds":0,"review":null}',
    CASE WHEN "finishedAt" IS NULL THEN 'in-progress' ELSE 'finished' END,
    (SELECT count(*) FROM "Answer" WHERE "Answer"."attemptId" = "Attempt"."id")
FROM "Attempt";
DROP TABLE "Attempt";
ALTER TABLE "new_Attempt" RENAME TO "Attempt";
CREATE INDEX "Attempt_learnerId_lessonId_startedAt_idx" ON "Attempt"("learnerId", "lessonId", "startedAt");
CREATE INDEX "Attempt_learnerId_startedAt_idx" ON "Attempt"("learnerId", "startedAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "AttemptEvent_attemptId_sequence_key" ON "AttemptEvent"("attemptId", "sequence");

-- CreateIndex
CREATE INDEX "ItemFlag_learnerId_itemId_idx" ON "ItemFlag"("learnerId", "itemId");

-- CreateIndex
CREATE INDEX "ItemFlag_itemId_flaggedAt_idx" ON "ItemFlag"("itemId", "flaggedAt");

-- The answers so far become the log of their attempts.
INSERT INTO "AttemptEvent" ("id", "attemptId", "sequence", "kind", "detail", "givenAt", "receivedAt")
SELECT "id", "attemptId", row_number() OVER (PARTITION BY "attemptId" ORDER BY "answeredAt", "id"), 'answered',
    json_object('itemId', "itemId", 'itemRevision', "itemRevision", 'response', json("response"), 'certainty', NULL, 'durationMs', NULL),
    "answeredAt", "answeredAt"
FROM "Answer" WHERE "attemptId" IS NOT NULL;
