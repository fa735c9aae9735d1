import type { FormField } from '@/components/labelled-form.tsx'

/** What a class is made with, and can be changed. */
export function classFields({
  name,
  timeZone,
  timeZones,
}: {
  name: string
  timeZone: string
  timeZones: readonly string[]
}): (FormField & { name: 'name' | 'timeZone' })[] {
  return [
    { name: 'name', label: 'Name', hint: 'As its learners know it, such as History 10b.', defaultValue: name },
    {
      name: 'timeZone',
      label: 'Time zone',
      hint: 'What falls due in the class does so by this clock.',
      defaultValue: timeZone,
      suggestions: timeZones,
    },
  ]
}
