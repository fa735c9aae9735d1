import type { MetadataRoute } from 'next'

/** What a browser needs to install the app. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Rapporteur: the Responsibility to Protect, from the record',
    short_name: 'Rapporteur',
    description: 'Lessons, flashcards and quizzes on RtoP, whose every answer leads to the sentence it rests on.',
    id: '/',
    start_url: '/',
    display: 'standalone',
    background_color: '#faf8f3',
    theme_color: '#11586c',
    lang: 'en-GB',
    categories: ['education'],
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: 'Review today’s cards', url: '/review' },
      { name: 'Practise', url: '/quiz' },
    ],
  }
}
