'use client'

import { useEffect, useEffectEvent, useState } from 'react'

/** Minutes at which a screen reader is told, since it is not read out every second. */
const announcedMinutes = [10, 5, 1]

/**
 * The time left, counted from what the server said by a clock that only runs forward: the learner's own may be wrong.
 */
export function Countdown({ remainingMs, onEnd }: { remainingMs: number; onEnd: () => void }) {
  const [leftMs, setLeftMs] = useState(remainingMs)
  const end = useEffectEvent(onEnd)
  useEffect(() => {
    const endsAtMs = performance.now() + remainingMs
    const timer = setInterval(() => {
      const left = Math.max(0, endsAtMs - performance.now())
      setLeftMs(left)
      if (left === 0) {
        clearInterval(timer)
        end()
      }
    }, 250)
    return () => clearInterval(timer)
  }, [remainingMs])

  const seconds = Math.ceil(leftMs / 1000)
  const minutes = Math.ceil(seconds / 60)
  return (
    <p className={leftMs < 60_000 ? 'font-semibold text-incorrect' : undefined}>
      <span role="timer" className="tabular-nums">
        {seconds >= 2 * secondsOfDay ? `${Math.floor(seconds / secondsOfDay)} days` : clockText(seconds)} left
      </span>
      <span className="sr-only" role="status">
        {announcedMinutes.includes(minutes) ? `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left` : ''}
      </span>
    </p>
  )
}

const secondsOfDay = 86_400

/** "01:30", and with hours where there are any. */
function clockText(seconds: number): string {
  const hours = seconds >= 3600 ? `${Math.floor(seconds / 3600)}:` : ''
  return `${hours}${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}
