export {citenorm} from './citenorm.js'
export {s2Scrape} from './s2-scrape.js'
