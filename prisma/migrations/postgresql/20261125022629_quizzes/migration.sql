-- AlterTable
ALTER TABLE "Answer" ADD COLUMN     "certainty" INTEGER,
ADD COLUMN     "durationMs" INTEGER;

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "eventCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "memoryTakenBackAt" TIMESTAMP(3),
ADD COLUMN     "plan" JSONB,
ADD COLUMN     "rules" JSONB,
ADD COLUMN     "status" TEXT NOT NULL DEFAULT 'in-progress',
ADD COLUMN     "testId" TEXT,
ALTER COLUMN "lessonId" DROP NOT NULL;

-- Until now every attempt was at a lesson's quiz, with feedback after each answer.
UPDATE "Attempt" SET
    "plan" = jsonb_build_object('kind', 'lesson', 'lessonId', "lessonId"),
    "rules" = '{"behaviour":"immediate-feedback","withCertainty":false,"itemsPerPage":1,"navigation":"free","timeLimitSeconds":null,"whenTimeIsUp":"submit","graceSeconds":0,"review":null}',
    "status" = CASE WHEN "finishedAt" IS NULL THEN 'in-progress' ELSE 'finished' END,
    "eventCount" = (SELECT count(*) FROM "Answer" WHERE "Answer"."attemptId" = "Attempt"."id");
ALTER TABLE "Attempt" ALTER COLUMN "plan" SET NOT NULL, ALTER COLUMN "rules" SET NOT NULL;

-- CreateTable
CREATE TABLE "AttemptEvent" (
    "id" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "givenAt" TIMESTAMP(3) NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AttemptEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ItemFlag" (
    "id" TEXT NOT NULL,
    "learnerId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "itemRevision" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "flaggedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ItemFlag_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AttemptEvent_attemptId_sequence_key" ON "AttemptEvent"("attemptId", "sequence");

-- CreateIndex
CREATE INDEX "ItemFlag_learnerId_itemId_idx" ON "ItemFlag"("learnerId", "itemId");

-- CreateIndex
CREATE INDEX "ItemFlag_itemId_flaggedAt_idx" ON "ItemFlag"("itemId", "flaggedAt");

-- CreateIndex
CREATE INDEX "Attempt_learnerId_startedAt_idx" ON "Attempt"("learnerId", "startedAt");

-- AddForeignKey
ALTER TABLE "AttemptEvent" ADD CONSTRAINT "AttemptEvent_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemFlag" ADD CONSTRAINT "ItemFlag_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The answers so far become the log of their attempts.
INSERT INTO "AttemptEvent" ("id", "attemptId", "sequence", "kind", "detail", "givenAt", "receivedAt")
SELECT "id", "attemptId", row_number() OVER (PARTITION BY "attemptId" ORDER BY "answeredAt", "id"), 'answered',
    jsonb_build_object('itemId', "itemId", 'itemRevision', "itemRevision", 'response', "response", 'certainty', NULL, 'durationMs', NULL),
    "answeredAt", "answeredAt"
FROM "Answer" WHERE "attemptId" IS NOT NULL;
