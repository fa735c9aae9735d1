import { changePerson } from '@/features/accounts/administration/actions.ts'

export const POST = changePerson
