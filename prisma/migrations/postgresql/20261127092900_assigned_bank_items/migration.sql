-- CreateTable
CREATE TABLE "AssignedBankItem" (
    "assignmentId" TEXT NOT NULL,
    "bankItemId" TEXT NOT NULL,

    CONSTRAINT "AssignedBankItem_pkey" PRIMARY KEY ("assignmentId","bankItemId")
);

-- CreateIndex
CREATE INDEX "AssignedBankItem_bankItemId_idx" ON "AssignedBankItem"("bankItemId");

-- AddForeignKey
ALTER TABLE "AssignedBankItem" ADD CONSTRAINT "AssignedBankItem_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignedBankItem" ADD CONSTRAINT "AssignedBankItem_bankItemId_fkey" FOREIGN KEY ("bankItemId") REFERENCES "BankItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
