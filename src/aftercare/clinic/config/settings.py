"""Every setting of the house. What may differ from place to place is read in one way, loudly."""

from __future__ import annotations

from csp.constants import NONE, SELF

from aftercare.clinic.config import environment

DATA = environment.folder("AFTERCARE_DATA", "~/.local/share/aftercare")
DEMO = environment.flag("AFTERCARE_DEMO")
ADDRESS = environment.text("AFTERCARE_ADDRESS", "http://localhost:8000").rstrip("/")
SECURE = ADDRESS.startswith("https://")

SECRET_KEY = environment.text("AFTERCARE_SECRET_KEY")
DEBUG = False
ALLOWED_HOSTS = environment.names("AFTERCARE_HOSTS", "localhost,127.0.0.1,[::1]")

INSTALLED_APPS = [
    "aftercare.clinic.ui",
    "aftercare.clinic.records",
    "aftercare.clinic.desk",
    "aftercare.clinic.patient",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "lucide",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "aftercare.clinic.config.middleware.readable",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "aftercare.clinic.config.middleware.told_the_time",
    "aftercare.clinic.config.middleware.Refusals",
]

ROOT_URLCONF = "aftercare.clinic.config.urls"
WSGI_APPLICATION = "aftercare.clinic.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "aftercare.clinic.config.context.surroundings",
            ],
            "builtins": ["lucide.templatetags.lucide", "aftercare.clinic.ui.templatetags.ui"],
        },
    },
]

DATABASES = {"default": environment.database(DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# ------------------------------------------------------------------ who may enter

AUTH_USER_MODEL = "records.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:today"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "aftercare.clinic.desk.accounts.ClinicAccounts"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # people are invited by their clinic, at a known address
ACCOUNT_PREVENT_ENUMERATION = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Aftercare"
# Limits must hold in every process, so they are counted in the database.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
    }
}

# ------------------------------------------------------------------ what a browser may do

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: []
    for name in ("camera", "geolocation", "microphone", "payment", "usb", "display-capture")
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if environment.flag("AFTERCARE_BEHIND_PROXY") else None
)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
# Browsers refuse the prefix on plain http, which only the demo and development use.
_PREFIX = "__Host-" if SECURE else ""
SESSION_COOKIE_NAME = f"{_PREFIX}session"
CSRF_COOKIE_NAME = f"{_PREFIX}csrf"
DEVICE_COOKIE_NAME = f"{_PREFIX}device"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
CSRF_TRUSTED_ORIGINS = [ADDRESS]
CSRF_FAILURE_VIEW = "aftercare.clinic.config.errors.stale_form"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 8_000_000

# ------------------------------------------------------------------ what proves a consent

# It opens the clinics' private keys. Keep it somewhere else than the database and its backups.
KEYS_PASSPHRASE = environment.text("AFTERCARE_KEYS_PASSPHRASE", "") or SECRET_KEY
TIME_STAMPS = environment.text("AFTERCARE_TIME_STAMPS", "")  # a time-stamp authority's address

# ------------------------------------------------------------------ what is sent and served

SENDER = environment.text("AFTERCARE_SENDER", "console")
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = environment.text("AFTERCARE_SMTP_HOST", "localhost")
EMAIL_PORT = environment.number("AFTERCARE_SMTP_PORT", 587)
EMAIL_HOST_USER = environment.text("AFTERCARE_SMTP_USER", "")
EMAIL_HOST_PASSWORD = environment.text("AFTERCARE_SMTP_PASSWORD", "")
EMAIL_USE_TLS = environment.flag("AFTERCARE_SMTP_TLS", "yes")
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = environment.text("AFTERCARE_FROM", "aftercare@localhost")

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"  # filled, and compressed, whenever the server starts
STATIC_ROOT.mkdir(exist_ok=True)
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 24 * 3600
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}

LANGUAGE_CODE = "en-gb"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"  # each clinic and each course has its own zone; storage has none

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django.request": {"level": "ERROR"}},  # a refused form is no fault of the house
}
SILENCED_SYSTEM_CHECKS: list[str] = []
