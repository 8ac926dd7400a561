from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0003_waiting_arrivals'),
        ('reading', '0005_place_index'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(fields=['place', 'place_country', 'moment_last', 'moment_first', 'state', 'kind', 'source', 'tlp'], name='statement_on_map'),
        ),
    ]
