"""Settings of one node. Everything a node's owner may change is an environment variable named NOHARBOR_…"""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from noharbor.node.secrets import node_secret

PACKAGE = Path(__file__).resolve().parent.parent

#: The folder that holds all a node owns: database, sealed sources, secret.
HOME = Path(os.environ.get("NOHARBOR_HOME", "node-data")).resolve()

#: What the node is called on its pages.
NODE_NAME = os.environ.get("NOHARBOR_NAME", "")
DEBUG = os.environ.get("NOHARBOR_DEBUG") == "1"
SECRET_KEY = node_secret(HOME)
ALLOWED_HOSTS = os.environ.get("NOHARBOR_HOSTS", "127.0.0.1,localhost").split(",")
#: Set to 1 when the node is reached over HTTPS only, which is the only way beyond one machine.
SECURE = os.environ.get("NOHARBOR_HTTPS") == "1"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "template_partials",
    "noharbor.record.audit",
    "noharbor.record.access",
    "noharbor.record.intake",
    "noharbor.record.reading",
    "noharbor.record.linkage",
    "noharbor.record.search",
    "noharbor.desk",
    "noharbor.node",
]

MIDDLEWARE = [
    # First, so that refusals by those below bear their headers too.
    "noharbor.node.doors.close_answers",
    "csp.middleware.CSPMiddleware",
    "noharbor.node.doors.refuse_strange_requests",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "noharbor.record.access.idle.close_idle_desks",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "noharbor.node.urls"
WSGI_APPLICATION = "noharbor.node.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "noharbor.desk.context.desk",
            ],
        },
    },
]


def database(address: str | None) -> dict[str, object]:
    """Turn NOHARBOR_DATABASE (postgresql://user:password@host:port/name) into Django's settings; without it, SQLite."""
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": HOME / "node.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;",
            },
        }
    parts = urlsplit(address)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise SystemExit(
            "NOHARBOR_DATABASE must be an address such as postgresql://user:password@host:5432/name; "
            "leave it unset to use the embedded database."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }


DATABASES = {"default": database(os.environ.get("NOHARBOR_DATABASE"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "access.Member"
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "inbox"
LOGOUT_REDIRECT_URL = "sign-in"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

SESSION_COOKIE_AGE = 8 * 60 * 60  # one working day at the longest
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_SAVE_EVERY_REQUEST = False
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "noharbor.desk.pages.refusals.stale_form"
CSRF_COOKIE_SECURE = SECURE
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SECURE else 0
SECURE_SSL_REDIRECT = SECURE
X_FRAME_OPTIONS = "DENY"

#: The forms in which a result of comparing lists can be taken out, in the order in which the desk offers them.
RESULT_FORMS = (
    "noharbor.record.linkage.forms.WORKBOOK",
    "noharbor.record.linkage.forms.SEPARATED",
    "noharbor.record.linkage.forms.LINES",
    "noharbor.gate.htcds.results.HTCDS",
)

#: What greets a member of this node instead of the desk's own words, where it has something of its own to say.
GREETING = "noharbor.node.demo.greeting.greeting"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    },
}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("zh-hans", _("Simplified Chinese"))]
LOCALE_PATHS = [PACKAGE / "desk" / "locale"]
FORMAT_MODULE_PATH = ["noharbor.desk.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Served from where they stand, so that there is nothing to collect.
WHITENOISE_USE_FINDERS = True

# A file beyond this is written to disk while it arrives; memory stays bounded whatever is dropped.
FILE_UPLOAD_MAX_MEMORY_SIZE = 1 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 200

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": os.environ.get("NOHARBOR_LOG", "WARNING")},
}
