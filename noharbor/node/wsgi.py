"""The door a web server comes in by."""

import os

from django.core.wsgi import get_wsgi_application

from noharbor.node.compiled_loops import find_room

find_room()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "noharbor.node.settings")
application = get_wsgi_application()
