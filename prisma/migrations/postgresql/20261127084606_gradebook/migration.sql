-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "dropLowest" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "Attempt_assignmentId_status_idx" ON "Attempt"("assignmentId", "status");

-- CreateIndex
CREATE INDEX "GradeCell_shown_idx" ON "GradeCell"("assignmentId", "accountId", "state", "points", "ofPoints", "isLate");
