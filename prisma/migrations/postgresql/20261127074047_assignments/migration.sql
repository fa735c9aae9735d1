-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "assignmentId" TEXT;

-- CreateTable
CREATE TABLE "Assignment" (
    "id" TEXT NOT NULL,
    "classId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "instructions" TEXT NOT NULL DEFAULT '',
    "work" JSONB NOT NULL,
    "settings" JSONB NOT NULL,
    "opensAt" TIMESTAMP(3),
    "dueAt" TIMESTAMP(3),
    "closesAt" TIMESTAMP(3),
    "password" TEXT,
    "weight" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "publishedAt" TIMESTAMP(3),
    "holdsGrades" BOOLEAN NOT NULL DEFAULT false,
    "gradesReleasedAt" TIMESTAMP(3),

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AssignmentOverride" (
    "id" TEXT NOT NULL,
    "assignmentId" TEXT NOT NULL,
    "accountId" TEXT,
    "groupId" TEXT,
    "terms" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AssignmentOverride_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GradeCell" (
    "id" TEXT NOT NULL,
    "assignmentId" TEXT NOT NULL,
    "accountId" TEXT,
    "state" TEXT NOT NULL,
    "points" DOUBLE PRECISION,
    "ofPoints" DOUBLE PRECISION NOT NULL,
    "isLate" BOOLEAN NOT NULL,
    "attempts" INTEGER NOT NULL,
    "attemptId" TEXT,
    "handedInAt" TIMESTAMP(3),

    CONSTRAINT "GradeCell_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GradeDecision" (
    "assignmentId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "points" DOUBLE PRECISION,
    "isExcused" BOOLEAN NOT NULL DEFAULT false,
    "comment" TEXT NOT NULL DEFAULT '',
    "decidedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "GradeDecision_pkey" PRIMARY KEY ("assignmentId","accountId")
);

-- CreateTable
CREATE TABLE "ItemDecision" (
    "assignmentId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "itemRevision" TEXT,
    "reason" TEXT NOT NULL,
    "decidedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ItemDecision_pkey" PRIMARY KEY ("assignmentId","itemId")
);

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

-- CreateIndex
CREATE INDEX "Attempt_assignmentId_learnerId_startedAt_idx" ON "Attempt"("assignmentId", "learnerId", "startedAt");

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignmentOverride" ADD CONSTRAINT "AssignmentOverride_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignmentOverride" ADD CONSTRAINT "AssignmentOverride_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignmentOverride" ADD CONSTRAINT "AssignmentOverride_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeCell" ADD CONSTRAINT "GradeCell_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeCell" ADD CONSTRAINT "GradeCell_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeDecision" ADD CONSTRAINT "GradeDecision_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeDecision" ADD CONSTRAINT "GradeDecision_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemDecision" ADD CONSTRAINT "ItemDecision_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
