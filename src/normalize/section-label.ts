/**
 * True for the label of an abstract's section: "Methods", "BACKGROUND/AIMS", "Design, setting, and participants",
 * "目的". Every part must be a known one; case, final `:` and `.` do not count. The labels are those of NLM's list, of
 * Cochrane, ESHRE and Emerald, and their translations.
 */
export function isKnownLabel(label: string): boolean {
  if (label.length > 80) return false
  const lower = plainLabel(label).toLowerCase()
  if (LABELS.has(lower)) return true
  const words = lower.replace(/[\u2018\u2019]/g, "'")
  return LABELS.has(words) || words.split(JOINTS).every(part => part === '' || LABELS.has(part))
}

/** A label without what closes it: "Methods: " → "Methods". */
export function plainLabel(label: string): string {
  let end = label.length
  while (end > 0 && ' :\uff1a.\u3000\u00a0-\u2013\u2014'.includes(label.charAt(end - 1))) end--
  return label.slice(0, end).trim()
}

/** True for a heading that only says that this is the abstract: "Abstract", "ABSTRACT.", "摘要". */
export function isAbstractWord(label: string): boolean {
  return /^(?:abstract|\u6458\u8981|\u6284\u9332)$/i.test(plainLabel(label))
}

/** True for a heading that means the abstract, but may name a part of it: "Summary", "RESUMO", "Zusammenfassung". */
export function isSummaryWord(label: string): boolean {
  return SUMMARY.has(plainLabel(label).toLowerCase())
}

const SUMMARY = new Set(
  `summary abstrakt resumo resumen résumé resume riassunto sommario zusammenfassung kurzfassung sammanfattning samenvatting özet
  streszczenie аннотация резюме анотація 要旨 概要 초록 요약`.split(/\s+/),
)

const JOINTS = /\s*(?:[/&,;]|\band\b|\by\b|\be\b|\bet\b|\bund\b|\bи\b|\u4e0e|\u548c|\u53ca)\s*(?:and\s+|its\s+)?/

const LABELS = new Set(
  `background|backgrounds|introduction|objective|objectives|aim|aims|purpose|purposes|goal|goals|context|rationale|hypothesis|hypotheses
  |importance|significance|motivation|question|questions|research question|research questions|problem|problem statement|scope|theory
  |method|methods|methodology|methodologies|materials|material|materials and methods|patient|patients|participants|subjects|population
  |animals|sample|samples|design|study design|research design|setting|settings|intervention|interventions|exposure|exposures|measurements
  |measurement|measures|main outcome|main outcomes|main outcome measure|main outcome measures|outcome|outcomes|outcome measure
  |outcome measures|primary outcome|primary outcome measures|main measures|data source|data sources|data synthesis|data extraction
  |data selection|data collection|data analysis|analysis|statistical analysis|study selection|study eligibility criteria|search strategy
  |search methods|eligibility criteria|selection criteria|inclusion criteria|evidence acquisition|evidence synthesis|procedure|procedures
  |experimental design|experimental approach|experimental procedures|approach|study approach|observation|observations|main results
  |key results|result|results|finding|findings|main findings|principal findings|key findings|case|cases|case report|case reports
  |case presentation|case description|case summary|case study|clinical case|presentation of case|patient concerns|diagnosis|diagnoses
  |discussion|discussions|conclusion|conclusions|main conclusion|main conclusions|principal conclusions|concluding remarks|interpretation
  |interpretations|implication|implications|clinical implications|practice implications|policy implications|relevance
  |clinical relevance|clinical significance|relevance to clinical practice|limitation|limitations|strengths|strength
  |trial registration|trial registration number|clinical trial registration|clinical trial registration number|clinical trials registration
  |clinical trial information|registration|registration number|systematic review registration|review registration|prospero registration
  |funding|funding source|funding sources|sources of funding|financial support|sponsorship|recommendation|recommendations|practice
  |availability|implementation|contact|supplementary information|supplementary material|originality|value|practical implications
  |research limitations|research implications|social implications|managerial implications|theoretical implications|paper type|ethics
  |ethics approval|ethical approval|dissemination|patient summary|lay summary|take home message|take-home message|summary|key message
  |key messages|key points|learning points|lessons learned|learning objectives|what is known|what this study adds|what is new|highlights
  |summary of background data|level of evidence|level of evidence iii|application|applications|novelty|reviewer's conclusions
  |reviewers' conclusions|authors' conclusions|author's conclusions|authors' conclusion|conclusions and relevance
  |conclusions and implications|impact|impact statement|location|time period|major taxa studied|taxon|study question|summary answer
  |what is known already|size|duration|reasons for caution|wider implications of the findings|study funding|competing interest
  |competing interests|competing interest(s)|study funding/competing interest(s)|disclosure|disclosures|the role of chance
  |search terms|sources|sources of information|comparators|comparison|main variables studied|study type|technique|techniques|complications
  |development|future directions|perspective|perspectives|prospects|synthesis|methods and analysis|review methods|plain language summary
  |translational relevance|statement of significance|statement of contribution|advances in knowledge|issue addressed|issues addressed|so what?
  |database|program summary|restrictions|solution method|nature of problem|expert opinion|areas covered|expert commentary
  |objetivo|objetivos|objetivo geral|método|métodos|metodo|metodos|metodologia|metodología|resultado|resultados|conclusão|conclusões
  |conclusao|conclusoes|conclusión|conclusiones|introdução|introducción|introduccion|antecedentes|contexto|justificativa|justificación
  |materiales|material|materiais|pacientes|discussão|discusión|discusion|consideraciones finales|considerações finales|considerações finais
  |relato de caso|caso clínico|desenho|diseño|ámbito|fundamento|fundamentos|limitaciones|limitações
  |objectif|objectifs|but|buts|contexte|méthode|méthodes|matériel|matériels|matériel et méthodes|patients et méthodes|résultat|résultats
  |hintergrund|ziel|ziele|zielsetzung|zielstellung|einleitung|fragestellung|methode|methoden|methodik|material|patienten|ergebnis
  |ergebnisse|diskussion|schlussfolgerung|schlussfolgerungen|schlußfolgerung|schlußfolgerungen|fazit|obiettivo|obiettivi|scopo|scopi
  |metodi|risultato|risultati|conclusione|conclusioni|introduzione|premessa|amaç|yöntem|yöntemler|gereç|bulgular|bulgu|sonuç|sonuçlar|giriş
  |cel|cele|metody|wyniki|wnioski|wstęp|latar belakang|tujuan|metode|hasil|kesimpulan
  |цель|цели|введение|методы|метод|материалы|материал|результаты|результат|выводы|вывод|заключение|обсуждение|актуальность
  |мета|методи|результати|висновки|вступ
  |目的|方法|结果|結果|结论|結論|背景|目标|目標|讨论|討論|考察|意义|意義|材料|资料|对象|材料与方法|资料与方法|对象与方法|材料和方法|资料和方法|材料及び方法|対象|対象と方法|前言
  |引言|绪论|研究背景|研究目的|研究方法|研究结果|研究结论|设计|结语|创新点|局限性|症例|方法と結果|結語|緒言|はじめに|まとめ|目的/意义|目的/方法|方法/过程|方法/過程|结果/结论
  |목적|배경|방법|결과|결론|연구방법|연구목적|서론|고찰|대상|대상 및 방법`
    .split('|')
    .map(label => label.trim()),
)
