-- CreateIndex
CREATE INDEX "Attempt_status_testId_startedAt_idx" ON "Attempt"("status", "testId", "startedAt");
