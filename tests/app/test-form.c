/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-client.h"
#include "cab-draft.h"
#include "cab-practice-view.h"
#include "cab-record-dialog.h"
#include "cab-record-page.h"
#include "cab-register-layouts.h"
#include "cab-test-app.h"

#define CLIENT(field) CAB_OWN (CAB_CLIENT_FIELD_##field)

static void
type (CabForm *form, guint field, const char *text)
{
  CabFieldEditor *editor = cab_form_get_editor (form, field);

  g_assert_nonnull (editor);
  gtk_editable_set_text (GTK_EDITABLE (cab_field_editor_get_row (editor)), text);
}

static const char *
get_refusal (CabForm *form, guint field)
{
  return cab_field_editor_get_refusal (cab_form_get_editor (form, field));
}

static AdwDialog *
get_dialog (CabWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

/* What the file holds, read behind everything that is queued. */
typedef struct
{
  char *id;
  guint field;
  char *text;
  gboolean is_done;
} Asked;

static gpointer
read_field (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  Asked *asked = data;
  g_autoptr (CabRecord) client = cab_practice_load (practice, &cab_client_kind, asked->id, error);

  if (client != NULL)
    asked->text = cab_record_dup_text (client, asked->field);

  return NULL;
}

static void
on_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ((Asked *)user_data)->is_done = TRUE;
}

static gboolean
is_read (gpointer data)
{
  return ((Asked *)data)->is_done;
}

static char *
dup_stored (CabOpenPractice *practice, const char *id, guint field)
{
  Asked asked = { .id = (char *)id, .field = field };

  cab_open_practice_run_async (practice, CAB_JOB_READS, read_field, &asked, NULL, NULL, NULL,
                               on_read_cb, &asked);
  cab_test_app_wait (is_read, &asked);

  return asked.text;
}

static CabRecordPage *
push_form (CabWindow *window, CabOpenPractice *practice, const char *id)
{
  GtkWidget *view = cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_PRACTICE_VIEW);
  AdwNavigationPage *page = cab_record_page_new (practice, "Details", &cab_client_layout, id);

  cab_practice_view_push (CAB_PRACTICE_VIEW (view), page);
  cab_test_app_settle (practice);
  g_assert_nonnull (cab_record_page_get_form (CAB_RECORD_PAGE (page)));

  return CAB_RECORD_PAGE (page);
}

static void
on_added_cb (CabRecordDialog *dialog, const char *id, char **added)
{
  g_set_str (added, id);
}

/* [W-122], [M-17] a new client: what is refused is said below its field and nothing is stored;
 * then one name is enough [M-11] */
static void
test_create (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  CabRecordDialog *dialog = cab_record_dialog_new (practice, "New Client");
  CabForm *form = cab_record_dialog_add (dialog, &cab_new_client_layout, -1);
  GtkWidget *add = adw_dialog_get_default_widget (ADW_DIALOG (dialog));
  g_autofree char *added = NULL;
  g_autofree char *stored = NULL;

  g_signal_connect (dialog, "added", G_CALLBACK (on_added_cb), &added);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
  g_assert_false (gtk_widget_get_sensitive (add));
  type (form, CLIENT (GIVEN_NAME), " Solveig ");
  /* What must be chosen is not chosen by itself. */
  g_assert_false (gtk_widget_get_sensitive (add));
  cab_form_suggest (form, CLIENT (STATUS), "enquiry");
  type (form, CLIENT (DATE_OF_BIRTH), "2025-02-30");
  g_assert_true (gtk_widget_get_sensitive (add));

  g_signal_emit_by_name (add, "clicked");
  cab_test_app_settle (practice);
  g_assert_null (added);
  g_assert_nonnull (get_refusal (form, CLIENT (DATE_OF_BIRTH)));
  g_assert_null (get_refusal (form, CLIENT (GIVEN_NAME)));
  gtk_test_accessible_assert_state (
      cab_field_editor_get_row (cab_form_get_editor (form, CLIENT (DATE_OF_BIRTH))),
      GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);

  type (form, CLIENT (DATE_OF_BIRTH), "1990");
  g_assert_null (get_refusal (form, CLIENT (DATE_OF_BIRTH)));
  g_signal_emit_by_name (add, "clicked");
  cab_test_app_settle (practice);
  g_assert_nonnull (added);
  g_assert_null (get_dialog (window));
  stored = dup_stored (practice, added, CLIENT (GIVEN_NAME));
  g_assert_cmpstr (stored, ==, "Solveig");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-101] the key's act opens the form */
static void
test_action (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.new-client", NULL));
  g_assert_true (CAB_IS_RECORD_DIALOG (get_dialog (window)));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [M-18] what is typed is stored as the person goes on; what is refused stays as a draft beside
 * the last valid value, and is there again when the form is opened again */
static void
test_update (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *id = cab_test_app_dup_client (practice);
  g_autofree char *name = NULL;
  g_autofree char *before = dup_stored (practice, id, CLIENT (EMAIL));
  g_autofree char *after = NULL;
  g_autofree char *shown = NULL;
  CabForm *form = cab_record_page_get_form (push_form (window, practice, id));

  type (form, CLIENT (PREFERRED_NAME), "Mai");
  type (form, CLIENT (EMAIL), "nobody");
  cab_form_flush (form);
  cab_test_app_settle (practice);
  name = dup_stored (practice, id, CLIENT (PREFERRED_NAME));
  after = dup_stored (practice, id, CLIENT (EMAIL));
  g_assert_cmpstr (name, ==, "Mai");
  g_assert_cmpstr (after, ==, before);
  g_assert_nonnull (get_refusal (form, CLIENT (EMAIL)));

  form = cab_record_page_get_form (push_form (window, practice, id));
  shown = cab_field_editor_dup_text (cab_form_get_editor (form, CLIENT (EMAIL)));
  g_assert_cmpstr (shown, ==, "nobody");
  g_assert_nonnull (get_refusal (form, CLIENT (EMAIL)));
  type (form, CLIENT (EMAIL), "mai@example.org");
  cab_form_flush (form);
  cab_test_app_settle (practice);
  g_assert_null (get_refusal (form, CLIENT (EMAIL)));
  g_free (g_steal_pointer (&after));
  after = dup_stored (practice, id, CLIENT (EMAIL));
  g_assert_cmpstr (after, ==, "mai@example.org");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-43], [M-18] locking loses no key that was typed */
static void
test_lock (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *id = cab_test_app_dup_client (practice);
  g_autofree char *stored = NULL;
  CabForm *form = cab_record_page_get_form (push_form (window, practice, id));

  type (form, CLIENT (PRONOUNS), "ze/zir");
  cab_window_lock (window, CAB_LOCK_ASKED);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  cab_window_take_practice (window, cab_test_app_open_sample ());
  stored = dup_stored (cab_window_get_practice (window), id, CLIENT (PRONOUNS));
  g_assert_cmpstr (stored, ==, "ze/zir");
  gtk_window_destroy (GTK_WINDOW (window));
}

static CabForm *
open_new_client (CabWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-client", NULL);
  cab_test_app_settle (cab_window_get_practice (window));

  return cab_record_dialog_get_form (CAB_RECORD_DIALOG (get_dialog (window)));
}

static gpointer
count_drafts (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  const CabDraftTarget target = { .kind = &cab_client_kind, .field = data };
  g_autoptr (CabRecord) draft = NULL;

  g_assert_true (cab_draft_find (practice, &target, &draft, error));

  return GINT_TO_POINTER (draft != NULL ? 1 : 0);
}

static gboolean
has_draft (CabWindow *window, const char *field)
{
  return cab_test_app_do (cab_window_get_practice (window), CAB_JOB_READS, count_drafts,
                          (gpointer)field)
         != NULL;
}

static CabForm *
type_and_lock (CabWindow *window, const char *name)
{
  CabForm *form = open_new_client (window);

  type (form, CLIENT (GIVEN_NAME), name);
  type (form, CLIENT (DATE_OF_BIRTH), "2025-02-30");
  cab_window_lock (window, CAB_LOCK_ASKED);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  cab_window_take_practice (window, cab_test_app_open_sample ());
  cab_test_app_settle (cab_window_get_practice (window));

  return open_new_client (window);
}

static const char *
get_typed (CabForm *form, guint field)
{
  return gtk_editable_get_text (
      GTK_EDITABLE (cab_field_editor_get_row (cab_form_get_editor (form, field))));
}

/* [W-43] [M-18] what was typed for a new client before it locked, also what would be refused, is in
 * the form again, in the file meanwhile, and gone when it is stored or given up */
static void
test_new_lock (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabForm *form = type_and_lock (window, "Half-Way");

  g_assert_cmpstr (get_typed (form, CLIENT (GIVEN_NAME)), ==, "Half-Way");
  g_assert_cmpstr (get_typed (form, CLIENT (DATE_OF_BIRTH)), ==, "2025-02-30");
  g_assert_true (has_draft (window, "given_name"));

  type (form, CLIENT (DATE_OF_BIRTH), "1990");
  g_signal_emit_by_name (adw_dialog_get_default_widget (get_dialog (window)), "clicked");
  cab_test_app_settle (cab_window_get_practice (window));
  g_assert_null (get_dialog (window));
  g_assert_false (has_draft (window, "given_name"));
  g_assert_false (has_draft (window, "date_of_birth"));

  form = type_and_lock (window, "Given-Up");
  g_assert_cmpstr (get_typed (form, CLIENT (GIVEN_NAME)), ==, "Given-Up");
  adw_dialog_close (get_dialog (window));
  cab_test_app_settle (cab_window_get_practice (window));
  g_assert_false (has_draft (window, "given_name"));
  form = open_new_client (window);
  g_assert_cmpstr (get_typed (form, CLIENT (GIVEN_NAME)), ==, "");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* style.md 2.7 every field of a client is on the form, or set by an act */
static void
test_every_field (void)
{
  static const guint by_acts[] = {
    CLIENT (LAST_CONTACT_ON), CLIENT (REFERRAL_CONTACT_ID), CLIENT (RESTRICTED),
    CLIENT (RESTRICTED_ON),   CLIENT (RESTRICTION_GROUND),  CLIENT (RESTRICTION_NOTE),
  };
  g_autofree guint *n_places = g_new0 (guint, cab_kind_get_n_fields (&cab_client_kind));

  for (gsize i = 0; i < cab_client_layout.n_sections; i++)
    for (gsize k = 0; k < cab_client_layout.sections[i].n_fields; k++)
      {
        guint field = cab_client_layout.sections[i].fields[k];

        n_places[field]++;
        g_assert_true (cab_field_editor_can_edit (cab_kind_get_field (&cab_client_kind, field)));
      }
  for (gsize i = 0; i < G_N_ELEMENTS (by_acts); i++)
    n_places[by_acts[i]]++;
  for (guint i = CAB_N_SYSTEM_FIELDS; i < cab_kind_get_n_fields (&cab_client_kind); i++)
    {
      g_test_message ("%s", cab_kind_get_field (&cab_client_kind, i)->name);
      g_assert_cmpuint (n_places[i], ==, 1);
    }
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/form/create", test_create);
  g_test_add_func ("/form/action", test_action);
  g_test_add_func ("/form/update", test_update);
  g_test_add_func ("/form/lock", test_lock);
  g_test_add_func ("/form/new-lock", test_new_lock);
  g_test_add_func ("/form/every-field", test_every_field);

  return cab_test_app_run ();
}
