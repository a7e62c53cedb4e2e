// Runs in the page that is checked, after axe.
window.harness = {
  /** Opens every fold, so that what is in it is checked too; gives which were closed. */
  unfold() {
    const closed = []
    document.querySelectorAll('details').forEach((details, index) => {
      if (!details.open) closed.push(index)
      details.open = true
    })
    return closed
  },

  fold(closed) {
    const all = document.querySelectorAll('details')
    for (const index of closed) all[index]?.removeAttribute('open')
  },

  /** What makes the page wider than its window, where something does. */
  tooWide() {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const over = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    )
    const names = over.slice(0, 3).map((element) => `<${element.localName} class="${element.className}">`)
    return [`the page scrolls sideways (${scrollWidth} px): ${names.join(', ')}`]
  },

  async axeFindings(tags) {
    const { violations } = await window.axe.run(document, {
      runOnly: tags,
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => {
        const [, mend = ''] = failureSummary.split('\n')
        return `${id}: ${mend.trim()}: ${html.slice(0, 200)}`
      }),
    )
  },
}
