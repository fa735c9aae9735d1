-- CreateTable
CREATE TABLE "BankItem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerAccountId" TEXT,
    "folder" TEXT NOT NULL DEFAULT '',
    "tags" JSONB NOT NULL,
    "difficulty" TEXT,
    "copiedFromItemId" TEXT,
    "copiedFromRevision" TEXT,
    "createdAt" DATETIME NOT NULL,
    "editedAt" DATETIME NOT NULL,
    "deletedAt" DATETIME,
    CONSTRAINT "BankItem_ownerAccountId_fkey" FOREIGN KEY ("ownerAccountId") REFERENCES "Account" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BankItemVersion" (
    "bankItemId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "byAccountId" TEXT,

    PRIMARY KEY ("bankItemId", "sequence"),
    CONSTRAINT "BankItemVersion_bankItemId_fkey" FOREIGN KEY ("bankItemId") REFERENCES "BankItem" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "BankItemVersion_byAccountId_fkey" FOREIGN KEY ("byAccountId") REFERENCES "Account" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BankItemShare" (
    "bankItemId" TEXT NOT NULL,
    "classId" TEXT NOT NULL,
    "mayEdit" BOOLEAN NOT NULL,

    PRIMARY KEY ("bankItemId", "classId"),
    CONSTRAINT "BankItemShare_bankItemId_fkey" FOREIGN KEY ("bankItemId") REFERENCES "BankItem" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "BankItemShare_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_AttemptItem" (
    "attemptId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "itemId" TEXT NOT NULL,
    "itemRevision" TEXT NOT NULL,
    "bankItemId" TEXT,

    PRIMARY KEY ("attemptId", "position"),
    CONSTRAINT "AttemptItem_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AttemptItem_bankItemId_fkey" FOREIGN KEY ("bankItemId") REFERENCES "BankItem" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_AttemptItem" ("attemptId", "itemId", "itemRevision", "position") SELECT "attemptId", "itemId", "itemRevision", "position" FROM "AttemptItem";
DROP TABLE "AttemptItem";
ALTER TABLE "new_AttemptItem" RENAME TO "AttemptItem";
CREATE INDEX "AttemptItem_bankItemId_idx" ON "AttemptItem"("bankItemId");
CREATE UNIQUE INDEX "AttemptItem_attemptId_itemId_key" ON "AttemptItem"("attemptId", "itemId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "BankItem_ownerAccountId_deletedAt_idx" ON "BankItem"("ownerAccountId", "deletedAt");

-- CreateIndex
CREATE INDEX "BankItemVersion_byAccountId_idx" ON "BankItemVersion"("byAccountId");

-- CreateIndex
CREATE INDEX "BankItemShare_classId_idx" ON "BankItemShare"("classId");
