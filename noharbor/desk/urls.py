"""The pages of the desk, in one list you can read."""

urlpatterns = []
