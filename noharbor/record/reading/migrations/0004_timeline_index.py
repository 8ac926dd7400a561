import noharbor.record.reading.parties
from django.conf import settings
from django.db import migrations, models


def fill_parties(apps, _schema_editor):
    """Write the parties of the statements that stand already, as `PartiesField` does for new ones."""
    statements = apps.get_model('reading', 'Statement').objects
    by_parties = {}
    for key, detail, left, reached in statements.values_list('pk', 'detail', 'from_country', 'to_country').iterator():
        parties = noharbor.record.reading.parties.parties_of(detail.get('countries', ()), left, reached)
        by_parties.setdefault(parties, []).append(key)
    by_parties.pop('', None)
    for parties, keys in by_parties.items():
        for begin in range(0, len(keys), 500):
            statements.filter(pk__in=keys[begin : begin + 500]).update(parties=parties)


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0003_waiting_arrivals'),
        ('reading', '0003_map_index'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='statement',
            name='statement_by_last_day',
        ),
        migrations.AddField(
            model_name='statement',
            name='parties',
            field=noharbor.record.reading.parties.PartiesField(),
        ),
        migrations.RunPython(fill_parties, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(fields=['moment_last', 'moment_first', 'state', 'kind', 'place', 'place_country', 'from_country', 'to_country', 'source', 'tlp', 'moment_precision', 'parties'], name='statement_by_last_day'),
        ),
    ]
