import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether what was typed is the password, compared in the same time however much of it is right. */
export function isPassword(typed: string, password: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text.trim().normalize('NFC')).digest()
  return timingSafeEqual(digest(typed), digest(password))
}
