-- CreateTable
CREATE TABLE "OwnLesson" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerAccountId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "editedAt" DATETIME NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "OwnLesson_ownerAccountId_fkey" FOREIGN KEY ("ownerAccountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OwnLessonShare" (
    "lessonId" TEXT NOT NULL,
    "classId" TEXT NOT NULL,

    PRIMARY KEY ("lessonId", "classId"),
    CONSTRAINT "OwnLessonShare_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "OwnLesson" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "OwnLessonShare_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "OwnLesson_ownerAccountId_editedAt_idx" ON "OwnLesson"("ownerAccountId", "editedAt");

-- CreateIndex
CREATE INDEX "OwnLessonShare_classId_idx" ON "OwnLessonShare"("classId");
