import { type Locator, sentenceLocator } from '@/features/catalog/locator.ts'
import type { Fact, RecordSource } from '@/features/catalog/schema.ts'
import { type Item, reveal, toPublic } from '@/features/quiz/item.ts'
import { questionText } from '@/features/quiz/item-wording.ts'
import type { Card } from '@/features/study/card.ts'
import type { Content } from './content.ts'

/**
 * The outline of the record with, beside each sentence, its facts and what is made of them, then the
 * background and what brings several facts together. One HTML page that needs nothing else.
 *
 * @param sentences the text of the record where a copy is at hand; without it only the places are shown
 */
export function reportPage({ loaded, items, cards }: Content, sentences: ReadonlyMap<Locator, string>): string {
  const { catalog } = loaded
  const record = catalog.sources.find((source): source is RecordSource => source.kind === 'record')
  const index = catalog.sentences.find(({ sourceId }) => sourceId === record?.id)
  const factHtml = factWriter({ loaded, items, cards })
  const shown = new Set<string>()
  const factsAt = (locator: Locator) => catalog.facts.filter(({ cites }) => cites.includes(locator))

  const sections = (index?.sections ?? []).map((section) => {
    const title = record?.sections.find(({ id }) => id === section.id)?.title ?? section.id
    const rows = section.paragraphs.flatMap((paragraph, p) =>
      paragraph.map((_, s) => {
        const locator = sentenceLocator(index?.sourceId ?? '', section.id, p + 1, s + 1)
        const facts = factsAt(locator)
        const reason = record?.factless.find(({ at }) => at === locator)?.because
        const beside = facts.map((fact) => {
          // A fact that rests on several sentences is written out at the first of them.
          if (shown.has(fact.id)) return `<p class="again">${text(fact.id)}: ${text(fact.says)}</p>`
          shown.add(fact.id)
          return factHtml(fact)
        })
        const empty = reason === undefined ? '<p class="missing">No fact.</p>' : `<p class="none">${text(reason)}</p>`
        return `<div class="row" id="${locator.split('#')[1]}"><div class="source"><code>${locator.split('#')[1]}</code><p>${text(sentences.get(locator) ?? '')}</p></div><div>${beside.join('') || empty}</div></div>`
      }),
    )
    return `<section><h2>${text(title)}</h2>${rows.join('')}</section>`
  })

  const background = catalog.facts.filter(({ id }) => !shown.has(id))
  const together = items.filter(({ factIds, id }) => factIds.length > 1 || !id.startsWith(`${factIds[0]}.`))
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Content report</title><style>${style}</style>
<h1>Content report</h1>
<p>${catalog.facts.length} facts, ${catalog.lessons.length} lessons, ${cards.length} cards, ${items.length} items.</p>
<nav>${(index?.sections ?? []).map(({ id }) => `<a href="#${id}.1.1">${text(id)}</a>`).join(' · ')} · <a href="#background">background</a> · <a href="#together">several facts together</a></nav>
${sections.join('\n')}
<section id="background"><h2>Background</h2>${background.map((fact) => `<div class="row"><div class="source"><code>${fact.cites.map(text).join(', ')}</code></div><div>${factHtml(fact)}</div></div>`).join('')}</section>
<section id="together"><h2>Several facts together</h2>${together.map(itemHtml).join('')}</section>
</html>
`
}

function factWriter({ loaded, items, cards }: Pick<Content, 'loaded' | 'items' | 'cards'>): (fact: Fact) => string {
  return (fact) => {
    const ownItems = items.filter(({ factIds }) => factIds.length === 1 && factIds[0] === fact.id)
    const ownCards = cards.filter(({ factId }) => factId === fact.id)
    const lessons = loaded.catalog.lessons.filter(({ factIds }) => factIds.includes(fact.id))
    const by =
      fact.by === 'summary'
        ? 'the summary'
        : `${fact.by.actor}, ${fact.by.as}${fact.by.onBehalfOf.map((id) => ` for ${id}`).join('')}, ${fact.by.moment}, ${fact.by.mode}`
    const alsoBy = fact.kind === 'statement' ? fact.alsoBy.map(({ actor }) => actor).join(', ') : ''
    const meta = [
      fact.kind,
      fact.weight,
      `by ${by}`,
      alsoBy && `also by ${alsoBy}`,
      fact.kind === 'set' && (fact.closed ? 'closed set' : 'open set'),
      fact.kind === 'quantity' && `${fact.precision}: ${fact.stated}`,
      fact.topics.join(', '),
      fact.cites.map((locator) => locator.split('#')[1]).join(', '),
    ].filter(Boolean)
    return `<article><h3>${text(fact.id)} ${text(fact.says)}</h3><p class="meta">${text(meta.join(' · '))}</p>
<p class="meta">${lessons.length === 0 ? 'in no lesson' : `in ${lessons.map(({ title }) => `“${text(title)}”`).join(', ')}`}</p>
<details><summary>${ownCards.length} cards, ${ownItems.length} items</summary>
${ownCards.map(cardHtml).join('')}${ownItems.map(itemHtml).join('')}</details></article>`
  }
}

function cardHtml({ id, front, back }: Card): string {
  return `<div class="card"><code>${text(id)}</code><p>${text(front)}</p><p><b>${text(back)}</b></p></div>`
}

function itemHtml(item: Item): string {
  const { slots, reasons } = reveal(item)
  const wrong = reasons.map(({ slotId, optionId, because }) => {
    const label = optionText(item, slotId, optionId)
    return `<li>✗ <b>${text(label)}</b> <span>${text(because)}</span></li>`
  })
  const right = slots.map(
    ({ keyText, slotId }) => `<li>✓ ${text(optionText(item, slotId, ''))}<b>${text(keyText)}</b></li>`,
  )
  return `<div class="item"><code>${text(item.id)} · ${item.type}</code><p>${text(questionText(toPublic(item)))}</p><ul>${[...right, ...wrong].join('')}</ul></div>`
}

/** An option as a learner reads it; for things to be placed, in front of their place. */
function optionText(item: Item, slotId: string, optionId: string): string {
  switch (item.type) {
    case 'single-choice':
    case 'multiple-response':
      return item.options.find(({ id }) => id === optionId)?.text ?? ''
    case 'quote-attribution':
      return item.options.find(({ id }) => id === optionId)?.name ?? ''
    case 'matching':
    case 'categorising': {
      const [placed, places] = item.type === 'matching' ? [item.prompts, item.choices] : [item.entries, item.categories]
      const place = places.find(({ id }) => id === optionId)?.text ?? ''
      return `${placed.find(({ id }) => id === slotId)?.text ?? ''} → ${place}`
    }
    case 'cloze': {
      const gap = item.gaps.find(({ id }) => id === slotId)
      if (gap?.kind === 'typed') return optionId
      return gap?.options.find(({ id }) => id === optionId)?.text ?? ''
    }
    default:
      return optionId
  }
}

function text(raw: string): string {
  return raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const style = `body{font:16px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:90rem;padding:0 1.5rem;color:#1c2430}
nav{position:sticky;top:0;background:#fff;padding:.6rem 0;border-bottom:1px solid #ccd}
.row{display:grid;grid-template-columns:minmax(16rem,1fr) 2fr;gap:2rem;padding:1rem 0;border-bottom:1px solid #dde}
.source p{font:1.05rem/1.5 Georgia,serif}.source{position:sticky;top:3rem;align-self:start}
h3{font-size:1rem;margin:.4rem 0 0}.meta,.again,.none,code{color:#556;font-size:.85rem;margin:.1rem 0}
.missing{color:#a00;font-weight:600}.card,.item{border-left:3px solid #9ab;margin:.6rem 0;padding:.1rem .8rem;font-size:.92rem}
.card{border-color:#c96}.card p,.item p{margin:.2rem 0}ul{margin:.2rem 0;padding-left:1rem;list-style:none}li span{color:#556}
@media (max-width:50rem){.row{grid-template-columns:1fr}.source{position:static}}
@media (prefers-color-scheme:dark){body{background:#12161c;color:#dde3ea}nav{background:#12161c}.meta,.again,.none,code,li span{color:#9aa6b2}}`
