-- AlterTable
ALTER TABLE "Class" ADD COLUMN     "dropLowest" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "GradeCell_shown_idx" ON "GradeCell"("assignmentId", "accountId", "state", "points", "ofPoints", "isLate");
