import { providerRoute } from '@/features/accounts/providers/actions.ts'
import { rememberMerged } from '@/features/study/actions.ts'

const route = providerRoute(rememberMerged)

export { route as GET, route as POST }
