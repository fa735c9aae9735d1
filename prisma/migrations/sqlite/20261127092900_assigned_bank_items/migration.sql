-- CreateTable
CREATE TABLE "AssignedBankItem" (
    "assignmentId" TEXT NOT NULL,
    "bankItemId" TEXT NOT NULL,

    PRIMARY KEY ("assignmentId", "bankItemId"),
    CONSTRAINT "AssignedBankItem_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AssignedBankItem_bankItemId_fkey" FOREIGN KEY ("bankItemId") REFERENCES "BankItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "AssignedBankItem_bankItemId_idx" ON "AssignedBankItem"("bankItemId");
