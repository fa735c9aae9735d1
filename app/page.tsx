import { FrontPage } from '@/features/progress/front-page.tsx'

export default function Page() {
  return <FrontPage />
}
