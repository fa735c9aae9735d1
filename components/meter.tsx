/** A share of a whole as a bar. */
export function Meter({ label, value, of }: { label: string; value: number; of: number }) {
  return <progress aria-label={label} value={value} max={Math.max(1, of)} className="bar" />
}
