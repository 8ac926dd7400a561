from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_alter_grant_permission"),
    ]

    operations = [
        migrations.AddField(
            model_name="member",
            name="greeting_put_away_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
