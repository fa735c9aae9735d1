/** Links by which a table is downloaded, as a workbook or as CSV. */
export function ExportLinks({
  href,
  what = '',
}: {
  /** Where it comes from, which takes the format as one more of its parameters. */
  href: string
  /** Of what, for whoever hears the link and does not see where it stands. */
  what?: string
}) {
  return (['xlsx', 'csv'] as const).map((format) => (
    <a
      key={format}
      href={`${href}&format=${format}`}
      download
      className="inline-flex min-h-11 items-center text-accent underline underline-offset-4 print:hidden"
    >
      <span>
        Export<span className="sr-only"> {what}</span> as {format.toUpperCase()}
      </span>
    </a>
  ))
}
