"""Settings of the example. Those of doppel are all in docs/guide/scrapy.md."""

BOT_NAME = "news"
SPIDER_MODULES = ["news.spiders"]
TELNETCONSOLE_ENABLED = False
LOG_LEVEL = "INFO"

ITEM_PIPELINES = {"doppel_client.scrapy.DoppelPipeline": 300}
SPIDER_MIDDLEWARES = {"doppel_client.scrapy.DoppelSpiderMiddleware": 500}

DOPPEL_URL = "http://127.0.0.1:3000"
DOPPEL_COLLECTION = "news"
DOPPEL_COLLECTION_SETTINGS = {"threshold": 0.6}
DOPPEL_PAGES_THRESHOLD = 0.6
