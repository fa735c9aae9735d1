-- AlterTable
ALTER TABLE "AttemptItem" ADD COLUMN     "bankItemId" TEXT;

-- CreateTable
CREATE TABLE "BankItem" (
    "id" TEXT NOT NULL,
    "ownerAccountId" TEXT,
    "folder" TEXT NOT NULL DEFAULT '',
    "tags" JSONB NOT NULL,
    "difficulty" TEXT,
    "copiedFromItemId" TEXT,
    "copiedFromRevision" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "editedAt" TIMESTAMP(3) NOT NULL,
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "BankItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BankItemVersion" (
    "bankItemId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "byAccountId" TEXT,

    CONSTRAINT "BankItemVersion_pkey" PRIMARY KEY ("bankItemId","sequence")
);

-- CreateTable
CREATE TABLE "BankItemShare" (
    "bankItemId" TEXT NOT NULL,
    "classId" TEXT NOT NULL,
    "mayEdit" BOOLEAN NOT NULL,

    CONSTRAINT "BankItemShare_pkey" PRIMARY KEY ("bankItemId","classId")
);

-- CreateIndex
CREATE INDEX "BankItem_ownerAccountId_deletedAt_idx" ON "BankItem"("ownerAccountId", "deletedAt");

-- CreateIndex
CREATE INDEX "BankItemVersion_byAccountId_idx" ON "BankItemVersion"("byAccountId");

-- CreateIndex
CREATE INDEX "BankItemShare_classId_idx" ON "BankItemShare"("classId");

-- CreateIndex
CREATE INDEX "AttemptItem_bankItemId_idx" ON "AttemptItem"("bankItemId");

-- AddForeignKey
ALTER TABLE "AttemptItem" ADD CONSTRAINT "AttemptItem_bankItemId_fkey" FOREIGN KEY ("bankItemId") REFERENCES "BankItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankItem" ADD CONSTRAINT "BankItem_ownerAccountId_fkey" FOREIGN KEY ("ownerAccountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankItemVersion" ADD CONSTRAINT "BankItemVersion_bankItemId_fkey" FOREIGN KEY ("bankItemId") REFERENCES "BankItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankItemVersion" ADD CONSTRAINT "BankItemVersion_byAccountId_fkey" FOREIGN KEY ("byAccountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankItemShare" ADD CONSTRAINT "BankItemShare_bankItemId_fkey" FOREIGN KEY ("bankItemId") REFERENCES "BankItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankItemShare" ADD CONSTRAINT "BankItemShare_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;
