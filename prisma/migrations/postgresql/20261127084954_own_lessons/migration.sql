-- CreateTable
CREATE TABLE "OwnLesson" (
    "id" TEXT NOT NULL,
    "ownerAccountId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "editedAt" TIMESTAMP(3) NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "OwnLesson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OwnLessonShare" (
    "lessonId" TEXT NOT NULL,
    "classId" TEXT NOT NULL,

    CONSTRAINT "OwnLessonShare_pkey" PRIMARY KEY ("lessonId","classId")
);

-- CreateIndex
CREATE INDEX "OwnLesson_ownerAccountId_editedAt_idx" ON "OwnLesson"("ownerAccountId", "editedAt");

-- CreateIndex
CREATE INDEX "OwnLessonShare_classId_idx" ON "OwnLessonShare"("classId");

-- AddForeignKey
ALTER TABLE "OwnLesson" ADD CONSTRAINT "OwnLesson_ownerAccountId_fkey" FOREIGN KEY ("ownerAccountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnLessonShare" ADD CONSTRAINT "OwnLessonShare_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "OwnLesson"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnLessonShare" ADD CONSTRAINT "OwnLessonShare_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;
