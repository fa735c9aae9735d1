-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Class" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "joinCode" TEXT,
    "createdAt" DATETIME NOT NULL,
    "archivedAt" DATETIME,
    "dropLowest" INTEGER NOT NULL DEFAULT 0
);
INSERT INTO "new_Class" ("archivedAt", "createdAt", "id", "joinCode", "name", "timeZone") SELECT "archivedAt", "createdAt", "id", "joinCode", "name", "timeZone" FROM "Class";
DROP TABLE "Class";
ALTER TABLE "new_Class" RENAME TO "Class";
CREATE UNIQUE INDEX "Class_joinCode_key" ON "Class"("joinCode");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Attempt_assignmentId_status_idx" ON "Attempt"("assignmentId", "status");

-- CreateIndex
CREATE INDEX "GradeCell_shown_idx" ON "GradeCell"("assignmentId", "accountId", "state", "points", "ofPoints", "isLate");
