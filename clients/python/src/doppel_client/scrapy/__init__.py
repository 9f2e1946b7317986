"""doppel in Scrapy: an item pipeline and a spider middleware. Needs the extra ``doppel-client[scrapy]``."""

from .middleware import DoppelSpiderMiddleware
from .pipeline import DoppelPipeline

__all__ = ["DoppelPipeline", "DoppelSpiderMiddleware"]
