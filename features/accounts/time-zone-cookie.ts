/** Carries the browser's time zone to a provider and back, for a few minutes. */
export const timeZoneCookie = 'rapporteur.time-zone'
