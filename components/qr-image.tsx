import type { Picture } from '@/lib/qr-picture.ts'

/** A QR code. Dark on white in any scheme, as cameras look for it so. */
export function QrImage({ picture, label, className }: { picture: Picture; label: string; className: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${picture.size} ${picture.size}`}
      shapeRendering="crispEdges"
      className={className}
    >
      <rect width={picture.size} height={picture.size} fill="#fff" />
      <path d={picture.path} fill="#000" />
    </svg>
  )
}
