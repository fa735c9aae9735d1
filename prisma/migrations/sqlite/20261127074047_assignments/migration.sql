-- CreateTable
CREATE TABLE "Assignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "classId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "instructions" TEXT NOT NULL DEFAULT '',
    "work" JSONB NOT NULL,
    "settings" JSONB NOT NULL,
    "opensAt" DATETIME,
    "dueAt" DATETIME,
    "closesAt" DATETIME,
    "password" TEXT,
    "weight" REAL NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "publishedAt" DATETIME,
    "holdsGrades" BOOLEAN NOT NULL DEFAULT false,
    "gradesReleasedAt" DATETIME,
    CONSTRAINT "Assignment_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AssignmentOverride" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assignmentId" TEXT NOT NULL,
    "accountId" TEXT,
    "groupId" TEXT,
    "terms" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "AssignmentOverride_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AssignmentOverride_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AssignmentOverride_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GradeCell" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assignmentId" TEXT NOT NULL,
    "accountId" TEXT,
    "state" TEXT NOT NULL,
    "points" REAL,
    "ofPoints" REAL NOT NULL,
    "isLate" BOOLEAN NOT NULL,
    "attempts" INTEGER NOT NULL,
    "attemptId" TEXT,
    "handedInAt" DATETIME,
    CONSTRAINT "GradeCell_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "GradeCell_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GradeDecision" (
    "assignmentId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "points" REAL,
    "isExcused" BOOLEAN NOT NULL DEFAULT false,
    "comment" TEXT NOT NULL DEFAULT '',
    "decidedAt" DATETIME NOT NULL,

    PRIMARY KEY ("assignmentId", "accountId"),
    CONSTRAINT "GradeDecision_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "GradeDecision_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ItemDecision" (
    "assignmentId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "itemRevision" TEXT,
    "reason" TEXT NOT NULL,
    "decidedAt" DATETIME NOT NULL,

    PRIMARY KEY ("assignmentId", "itemId"),
    CONSTRAINT "ItemDecision_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
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
    "assignmentId" TEXT,
    "startedAt" DATETIME NOT NULL,
    "eventCount" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'in-progress',
    "finishedAt" DATETIME,
    "memoryTakenBackAt" DATETIME,
    CONSTRAINT "Attempt_learnerId_fkey" FOREIGN KEY ("learnerId") REFERENCES "Learner" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Attempt_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Attempt" ("eventCount", "finishedAt", "id", "learnerId", "lessonId", "memoryTakenBackAt", "plan", "rules", "startedAt", "status", "testId") SELECT "eventCount", "finishedAt", "id", "learnerId", "lessonId", "memoryTakenBackAt", "plan", "rules", "startedAt", "status", "testId" FROM "Attempt";
DROP TABLE "Attempt";
ALTER TABLE "new_Attempt" RENAME TO "Attempt";
CREATE INDEX "Attempt_learnerId_lessonId_startedAt_idx" ON "Attempt"("learnerId", "lessonId", "startedAt");
CREATE INDEX "Attempt_learnerId_startedAt_idx" ON "Attempt"("learnerId", "startedAt");
CREATE INDEX "Attempt_status_testId_startedAt_idx" ON "Attempt"("status", "testId", "startedAt");
CREATE INDEX "Attempt_assignmentId_learnerId_startedAt_idx" ON "Attempt"("assignmentId", "learnerId", "startedAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "Assignment_classId_createdAt_idx" ON "Assignment"("classId", "createdAt");

-- CreateIndex
CREATE INDEX "AssignmentOverride_accountId_idx" ON "AssignmentOverride"("accountId");

-- CreateIndex
CREATE INDEX "AssignmentOverride_groupId_idx" ON "AssignmentOverride"("groupId");

-- CreateIndex
CREATE UNIQUE INDEX "AssignmentOverride_assignmentId_accountId_key" ON "AssignmentOverride"("assignmentId", "accountId");

-- CreateIndex
CREATE UNIQUE INDEX "AssignmentOverride_assignmentId_groupId_key" ON "AssignmentOverride"("assignmentId", "groupId");

-- CreateIndex
CREATE INDEX "GradeCell_accountId_idx" ON "GradeCell"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "GradeCell_assignmentId_accountId_key" ON "GradeCell"("assignmentId", "accountId");

-- CreateIndex
CREATE INDEX "GradeDecision_accountId_idx" ON "GradeDecision"("accountId");
