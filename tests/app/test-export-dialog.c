/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "cab-client-page.h"
#include "cab-client.h"
#include "cab-codes.h"
#include "cab-condition.h"
#include "cab-consent.h"
#include "cab-disclosure-page.h"
#include "cab-disclosure.h"
#include "cab-export-dialog.h"
#include "cab-export-kinds.h"
#include "cab-export-passphrase-page.h"
#include "cab-export-period.h"
#include "cab-export-result-page.h"
#include "cab-note.h"
#include "cab-policy-text.h"
#include "cab-process-note.h"
#include "cab-sample.h"
#include "cab-slip.h"
#include "cab-test-app.h"

static AdwDialog *
get_dialog (CabWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

static const char *
get_tag (CabWindow *window)
{
  GtkWidget *view = cab_test_app_find (GTK_WIDGET (get_dialog (window)), ADW_TYPE_NAVIGATION_VIEW);

  return adw_navigation_page_get_tag (
      adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)));
}

/* The suggested button of the page in front. */
static GtkWidget *
find_suggested (GtkWidget *root)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_has_css_class (root, "pill")
      && gtk_widget_has_css_class (root, "suggested-action"))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_suggested (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get_page (CabWindow *window)
{
  GtkWidget *view = cab_test_app_find (GTK_WIDGET (get_dialog (window)), ADW_TYPE_NAVIGATION_VIEW);

  return GTK_WIDGET (adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view)));
}

static GtkWidget *
get_child (CabWindow *window, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (get_dialog (window)),
                                                    CAB_TYPE_EXPORT_DIALOG, name));
}

static void
go_on (CabWindow *window)
{
  GtkWidget *button = find_suggested (get_page (window));

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
has_result (gpointer window)
{
  return g_strcmp0 (get_tag (window), "result") == 0;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;

  return n_files;
}

/* [W-66], [W-97] from the first page to an encrypted bundle; nothing goes on before identity and
 * folder are said */
static void
test_access (void)
{
  g_autofree char *folder = g_build_filename (g_get_home_dir (), "handed-over", NULL);
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *client = cab_test_app_dup_client (practice);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-client", "s", client);
  cab_test_app_settle (practice);
  g_assert_cmpstr (get_tag (window), ==, "what");
  go_on (window);
  g_assert_cmpstr (get_tag (window), ==, "look");
  go_on (window);
  g_assert_cmpstr (get_tag (window), ==, "who");
  g_assert_false (gtk_widget_get_sensitive (find_suggested (get_page (window))));

  cab_export_dialog_set_folder (CAB_EXPORT_DIALOG (get_dialog (window)), folder);
  g_assert_false (gtk_widget_get_sensitive (find_suggested (get_page (window))));
  adw_switch_row_set_active (
      ADW_SWITCH_ROW (cab_test_app_find (get_page (window), ADW_TYPE_SWITCH_ROW)), TRUE);
  go_on (window);
  g_assert_cmpstr (get_tag (window), ==, "second-look");
  go_on (window);
  cab_test_app_wait (has_result, window);
  g_assert_cmpuint (count_files (folder), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* To the last page before something is written. */
static void
go_to_second_look (CabWindow *window, const char *client, const char *folder)
{
  CabOpenPractice *practice = cab_window_get_practice (window);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-client", "s", client);
  cab_test_app_settle (practice);
  go_on (window);
  go_on (window);
  cab_export_dialog_set_folder (CAB_EXPORT_DIALOG (get_dialog (window)), folder);
  adw_switch_row_set_active (
      ADW_SWITCH_ROW (cab_test_app_find (get_page (window), ADW_TYPE_SWITCH_ROW)), TRUE);
  go_on (window);
  g_assert_cmpstr (get_tag (window), ==, "second-look");
}

/* [W-97] the paper holds all seven words, in their own size, and ends on the page */
static void
test_slip (void)
{
  static const char words[] = "sublease-revival-recoil-ongoing-deploy-lapdog-impurity";
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  CabSecret *code = cab_secret_new_copy (words, strlen (words));
  double reached = cab_slip_draw (cr, "Passphrase of a Bundle", code, "What it opens.");
  double x, y, width, height;

  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (x, >=, 60.0);
  g_assert_cmpfloat (x + width, <=, 595.0 - 60.0);
  g_assert_cmpfloat (y + height, >, 150.0);
  g_assert_cmpfloat (reached, <, 842.0);
  cab_secret_free (code);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static CabClientPage *
find_client_page (CabWindow *window)
{
  return CAB_CLIENT_PAGE (cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_CLIENT_PAGE));
}

/* [W-96] a transfer that no consent covers is refused with the sentence and with the way to where
 * consent is recorded */
static void
test_record_consent (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *client = cab_test_app_dup_client (practice);
  GtkWidget *stack;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-client", "s", client);
  cab_test_app_settle (practice);
  g_assert_false (gtk_widget_get_visible (get_child (window, "consent_button")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_child (window, "process_notes_row")), 2);
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_child (window, "profile_row")), 2);
  cab_test_app_settle (practice);
  g_assert_false (gtk_widget_get_sensitive (get_child (window, "look_button")));
  g_assert_true (gtk_widget_get_visible (get_child (window, "consent_button")));
  g_signal_emit_by_name (get_child (window, "consent_button"), "clicked");
  g_assert_null (get_dialog (window));
  cab_test_app_settle (practice);
  stack = cab_test_app_find (GTK_WIDGET (find_client_page (window)), ADW_TYPE_VIEW_STACK);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (stack)), ==, "consent");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
type_day (CabWindow *window, const char *row, const char *day)
{
  GtkWidget *period = get_child (window, "period_row");

  gtk_editable_set_text (
      GTK_EDITABLE (gtk_widget_get_template_child (period, CAB_TYPE_EXPORT_PERIOD, row)), day);
  cab_test_app_settle (cab_window_get_practice (window));
}

/* [W-97] the period that is typed limits what goes; half a day typed leads nowhere, and is no
 * mistake yet */
static void
test_period (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *client = cab_test_app_dup_client (practice);
  g_autofree char *all = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-client", "s", client);
  cab_test_app_settle (practice);
  all = g_strdup (gtk_label_get_label (GTK_LABEL (get_child (window, "counts_label"))));
  g_assert_nonnull (strstr (all, "Notes: "));

  type_day (window, "first_row", "1990-0");
  g_assert_false (gtk_widget_get_sensitive (get_child (window, "look_button")));
  type_day (window, "first_row", "1990-01");
  g_assert_true (gtk_widget_get_sensitive (get_child (window, "look_button")));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (get_child (window, "counts_label"))), ==, all);

  type_day (window, "last_row", "1990");
  g_assert_null (
      strstr (gtk_label_get_label (GTK_LABEL (get_child (window, "counts_label"))), "Notes: "));
  g_assert_nonnull (
      strstr (gtk_label_get_label (GTK_LABEL (get_child (window, "stays_label"))), "Notes: "));
  type_day (window, "last_row", "1989");
  g_assert_false (gtk_widget_get_sensitive (get_child (window, "look_button")));
  g_assert_true (gtk_widget_get_visible (get_child (window, "refusal_label")));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-97] a double click on the way makes one bundle, and the words that are shown are its own */
static void
test_double_click (void)
{
  g_autofree char *folder = g_build_filename (g_get_home_dir (), "handed-over-once", NULL);
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  g_autofree char *client = cab_test_app_dup_client (cab_window_get_practice (window));
  GtkWidget *button;

  go_to_second_look (window, client, folder);
  button = find_suggested (get_page (window));
  g_signal_emit_by_name (button, "clicked");
  g_signal_emit_by_name (button, "clicked");
  cab_test_app_wait (has_result, window);
  cab_test_app_settle (cab_window_get_practice (window));
  g_assert_cmpstr (get_tag (window), ==, "result");
  g_assert_cmpuint (count_files (folder), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
has_disclosure (gpointer window)
{
  return cab_test_app_find (window, CAB_TYPE_DISCLOSURE_PAGE) != NULL;
}

/* [W-25] as many as the whole, in words */
static gboolean
has_counted (gpointer window)
{
  GObject *bar = gtk_widget_get_template_child (GTK_WIDGET (get_dialog (window)),
                                                CAB_TYPE_EXPORT_DIALOG, "progress_bar");
  const char *text = gtk_progress_bar_get_text (GTK_PROGRESS_BAR (bar));
  int n_done, n_total;

  return text != NULL && sscanf (text, "%d of %d", &n_done, &n_total) == 2 && n_total > 100
         && n_done == n_total;
}

/* Where a line of it ends there is no hyphen that somebody would type or compare. */
static void
assert_no_hyphens (GtkWidget *page, const char *name)
{
  GtkLabel *label
      = GTK_LABEL (gtk_widget_get_template_child (page, CAB_TYPE_EXPORT_RESULT_PAGE, name));
  PangoAttrList *attributes = gtk_label_get_attributes (label);
  g_autoptr (PangoAttrIterator) at = NULL;
  const PangoAttrInt *hyphens;

  g_assert_nonnull (attributes);
  at = pango_attr_list_get_iterator (attributes);
  hyphens = (const PangoAttrInt *)pango_attr_iterator_get (at, PANGO_ATTR_INSERT_HYPHENS);
  g_assert_nonnull (hyphens);
  g_assert_false (hyphens->value);
}

/* [W-97] [W-98] [W-113] the result leads to its own entry in the register, and a toast says how
 * much it was */
static void
test_disclosure (void)
{
  g_autofree char *folder = g_build_filename (g_get_home_dir (), "handed-over-and-seen", NULL);
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  g_autofree char *client = cab_test_app_dup_client (cab_window_get_practice (window));
  g_autoptr (CabDisclosureRow) shown = NULL;
  g_autofree char *digest = NULL;
  GtkWidget *page;
  GtkWidget *toast;

  go_to_second_look (window, client, folder);
  go_on (window);
  cab_test_app_wait (has_result, window);
  cab_test_app_wait (has_counted, window);
  page = get_page (window);
  digest = g_strdup (gtk_label_get_label (GTK_LABEL (
      gtk_widget_get_template_child (page, CAB_TYPE_EXPORT_RESULT_PAGE, "digest_label"))));
  g_assert_cmpuint (strlen (digest), ==, 128);
  assert_no_hyphens (page, "path_label");
  assert_no_hyphens (page, "digest_label");
  assert_no_hyphens (page, "passphrase_label");
  g_signal_emit_by_name (
      gtk_widget_get_template_child (page, CAB_TYPE_EXPORT_RESULT_PAGE, "disclosure_button"),
      "clicked");
  g_assert_null (get_dialog (window));
  cab_test_app_wait (has_disclosure, window);
  g_object_get (cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_DISCLOSURE_PAGE), "disclosure",
                &shown, NULL);
  g_assert_cmpstr (cab_row_get_text (CAB_ROW (shown), CAB_DISCLOSURE_ROW_DIGEST), ==, digest);
  g_assert_cmpstr (cab_row_get_text (CAB_ROW (shown), CAB_DISCLOSURE_ROW_CLIENT_ID), ==, client);
  toast = cab_test_app_find (GTK_WIDGET (window), g_type_from_name ("AdwToastWidget"));
  g_assert_nonnull (toast);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (cab_test_app_find (toast, GTK_TYPE_BUTTON))),
                   ==, "Show in Files");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
go_on_and_close (CabWindow *window)
{
  AdwDialog *dialog = get_dialog (window);

  go_on (window);
  adw_dialog_close (dialog);
  g_assert_true (get_dialog (window) == dialog);
}

static gboolean
has_second_look (gpointer window)
{
  return g_strcmp0 (get_tag (window), "second-look") == 0;
}

/* [W-97] closing in the middle is cancelling: no bundle is left whose words nobody has seen */
static void
test_close (void)
{
  g_autofree char *folder = g_build_filename (g_get_home_dir (), "closed-meanwhile", NULL);
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  g_autofree char *client = cab_test_app_dup_client (cab_window_get_practice (window));

  go_to_second_look (window, client, folder);
  go_on_and_close (window);
  cab_test_app_wait (has_second_look, window);
  g_assert_cmpuint (count_files (folder), ==, 0);
  adw_dialog_close (get_dialog (window));
  g_assert_null (get_dialog (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [B-5] whether process notes go is asked for a transfer and never for a copy, where the law
 * says it: what was chosen for the one does not stand in the way of the other */
static void
test_process_notes (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *client = cab_test_app_dup_client (practice);
  AdwComboRow *profile, *notes;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-client", "s", client);
  cab_test_app_settle (practice);
  profile = ADW_COMBO_ROW (get_child (window, "profile_row"));
  notes = ADW_COMBO_ROW (get_child (window, "process_notes_row"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (notes)));
  adw_combo_row_set_selected (profile, 2);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (notes)));
  adw_combo_row_set_selected (notes, 2);
  cab_test_app_settle (practice);
  adw_combo_row_set_selected (profile, 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (notes)));
  cab_test_app_settle (practice);
  g_assert_true (gtk_widget_get_sensitive (get_child (window, "look_button")));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* They agree that the next clinician gets the record. */
static gpointer
agree (CabPractice *practice, gpointer client, GCancellable *cancellable, GError **error)
{
  g_autoptr (CabRecord) policy = cab_record_new (&cab_policy_text_kind);
  CabConsentAnswer answer
      = { .given_by = CAB_GIVEN_BY_CLIENT, .how = CAB_CONSENT_HOW_SIGNED_PAPER };

  cab_record_set_code (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_POLICY_KIND),
                       CAB_POLICY_KIND_CONSENT_TEXT);
  cab_record_set_code (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_AUDIENCE), CAB_AUDIENCE_ADULT);
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_LANGUAGE), "en");
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_TITLE), "Sharing");
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_BODY), "May we?");
  cab_record_set_text (policy, CAB_OWN (CAB_POLICY_TEXT_FIELD_PURPOSES), "transfer");
  g_assert_true (cab_policy_text_publish (practice, policy, "2026-01-01", error));
  answer.policy_id = cab_record_get_id (policy);

  return cab_consent_grant (practice, client, CAB_PURPOSE_TRANSFER, &answer, error);
}

/* The tick of the row with that title, below. */
static gboolean
untick (GtkWidget *root, const char *title)
{
  if (ADW_IS_ACTION_ROW (root)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    {
      gtk_check_button_set_active (
          GTK_CHECK_BUTTON (cab_test_app_find (root, GTK_TYPE_CHECK_BUTTON)), FALSE);
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (untick (child, title))
      return TRUE;

  return FALSE;
}

static const char *
get_text (CabWindow *window, const char *label)
{
  return gtk_label_get_label (GTK_LABEL (get_child (window, label)));
}

static void
assert_has (const char *text, const CabKind *kind, gboolean has)
{
  g_autofree char *count = g_strdup_printf ("%s: ", kind->label_plural);

  g_test_message ("%s, “%s”", text, count);
  g_assert_true ((strstr (text, count) != NULL) == has);
}

/* [W-97] [B-1] the first page tells what the profile leaves out, by the exporter's own table;
 * for a transfer kinds are ticked, and what is not stays */
static void
test_kinds (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *client = cab_test_app_dup_client (practice);
  g_autoptr (CabRecord) agreed = cab_test_app_do (practice, CAB_JOB_WRITES, agree, client);
  g_autofree char *chosen = NULL;
  AdwComboRow *profile;
  GtkWidget *kinds;

  g_assert_nonnull (agreed);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-client", "s", client);
  cab_test_app_settle (practice);
  profile = ADW_COMBO_ROW (get_child (window, "profile_row"));
  kinds = get_child (window, "kinds_row");
  assert_has (get_text (window, "counts_label"), &cab_note_kind, TRUE);
  assert_has (get_text (window, "stays_label"), &cab_note_kind, FALSE);
  g_assert_false (gtk_widget_get_visible (kinds));

  adw_combo_row_set_selected (profile, 1);
  cab_test_app_settle (practice);
  g_assert_false (cab_bundle_takes_kind (CAB_BUNDLE_PROFILE_PORTABILITY, &cab_condition_kind));
  assert_has (get_text (window, "counts_label"), &cab_condition_kind, FALSE);
  assert_has (get_text (window, "stays_label"), &cab_condition_kind, TRUE);
  assert_has (get_text (window, "stays_label"), &cab_process_note_kind, TRUE);

  adw_combo_row_set_selected (ADW_COMBO_ROW (get_child (window, "process_notes_row")), 1);
  adw_combo_row_set_selected (profile, 2);
  cab_test_app_settle (practice);
  g_assert_true (gtk_widget_get_visible (kinds));
  g_assert_cmpstr (get_text (window, "refusal_label"), ==, "");
  assert_has (get_text (window, "counts_label"), &cab_note_kind, TRUE);
  g_assert_null (cab_export_kinds_dup_chosen (CAB_EXPORT_KINDS (kinds)));
  g_assert_true (untick (kinds, "Notes"));
  cab_test_app_settle (practice);
  assert_has (get_text (window, "counts_label"), &cab_note_kind, FALSE);
  assert_has (get_text (window, "stays_label"), &cab_note_kind, TRUE);
  chosen = cab_export_kinds_dup_chosen (CAB_EXPORT_KINDS (kinds));
  g_assert_null (g_strrstr (chosen, "note"));
  g_assert_true (gtk_widget_get_sensitive (get_child (window, "look_button")));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-97] what does not go out on the client's own request goes to somebody who is named, and the
 * register says on what ground */
static void
test_ground (void)
{
  g_autofree char *folder = g_build_filename (g_get_home_dir (), "handed-to-a-court", NULL);
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *client = cab_test_app_dup_client (practice);
  g_autoptr (CabDisclosureRow) shown = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-client", "s", client);
  cab_test_app_settle (practice);
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_child (window, "ground_row")),
                              CAB_DISCLOSURE_GROUND_COURT_ORDER);
  cab_test_app_settle (practice);
  go_on (window);
  go_on (window);
  cab_export_dialog_set_folder (CAB_EXPORT_DIALOG (get_dialog (window)), folder);
  adw_switch_row_set_active (ADW_SWITCH_ROW (get_child (window, "identity_row")), TRUE);
  g_assert_false (gtk_widget_get_sensitive (find_suggested (get_page (window))));
  gtk_editable_set_text (GTK_EDITABLE (get_child (window, "recipient_row")), "County Court");
  go_on (window);
  go_on (window);
  cab_test_app_wait (has_result, window);
  g_signal_emit_by_name (gtk_widget_get_template_child (
                             get_page (window), CAB_TYPE_EXPORT_RESULT_PAGE, "disclosure_button"),
                         "clicked");
  cab_test_app_wait (has_disclosure, window);
  g_object_get (cab_test_app_find (GTK_WIDGET (window), CAB_TYPE_DISCLOSURE_PAGE), "disclosure",
                &shown, NULL);
  g_assert_cmpstr (cab_row_get_text (CAB_ROW (shown), CAB_DISCLOSURE_ROW_RECIPIENT), ==,
                   "County Court");
  g_assert_cmpstr (cab_row_get_text (CAB_ROW (shown), CAB_DISCLOSURE_ROW_GROUND_WORDS), ==,
                   "Court order");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [B-1] a transfer is not written down as handed to the person whose copy was offered first */
static void
test_recipient (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *client = cab_test_app_dup_client (practice);
  AdwComboRow *profile;
  GtkEditable *recipient;
  g_autofree char *name = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-client", "s", client);
  cab_test_app_settle (practice);
  profile = ADW_COMBO_ROW (get_child (window, "profile_row"));
  recipient = GTK_EDITABLE (get_child (window, "recipient_row"));
  name = g_strdup (gtk_editable_get_text (recipient));
  g_assert_cmpstr (name, !=, "");

  adw_combo_row_set_selected (profile, 2);
  cab_test_app_settle (practice);
  g_assert_cmpstr (gtk_editable_get_text (recipient), ==, "");
  gtk_editable_set_text (recipient, "Dr Smith");
  adw_combo_row_set_selected (profile, 0);
  cab_test_app_settle (practice);
  g_assert_cmpstr (gtk_editable_get_text (recipient), ==, "Dr Smith");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
set_basis (CabPractice *practice, const char *client_id, CabBasis6 basis)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CabRecord) client = cab_practice_load (practice, &cab_client_kind, client_id, &error);

  g_assert_no_error (error);
  cab_record_set_code (client, CAB_SYSTEM_BASIS6, (int)basis);
  cab_practice_save (practice, client, &error);
  g_assert_no_error (error);
}

static gpointer
clear_basis_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  set_basis (practice, data, CAB_BASIS6_NOT_APPLICABLE);

  return NULL;
}

static gpointer
set_basis_job (CabPractice *practice, gpointer data, GCancellable *cancellable, GError **error)
{
  set_basis (practice, data, CAB_BASIS6_CONTRACT);

  return NULL;
}

static void
on_written_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  cab_open_practice_run_finish (user_data, result, &error);
  g_assert_no_error (error);
}

/* [B-6] [W-97] without a legal basis the first page is the last, and leads to where it is set;
 * when it is, the way is open */
static void
test_basis (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  g_autofree char *client = cab_test_app_dup_client (practice);

  cab_open_practice_run_async (practice, CAB_JOB_WRITES, clear_basis_job, client, NULL, NULL, NULL,
                               on_written_cb, practice);
  cab_test_app_settle (practice);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-client", "s", client);
  cab_test_app_settle (practice);
  g_assert_false (gtk_widget_get_sensitive (get_child (window, "look_button")));
  g_assert_true (gtk_widget_get_visible (get_child (window, "bases_button")));

  cab_open_practice_run_async (practice, CAB_JOB_WRITES, set_basis_job, client, NULL, NULL, NULL,
                               on_written_cb, practice);
  cab_test_app_settle (practice);
  cab_test_app_settle (practice);
  g_assert_true (gtk_widget_get_sensitive (get_child (window, "look_button")));
  g_assert_false (gtk_widget_get_visible (get_child (window, "bases_button")));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
prove_passphrase (CabWindow *window, const char *passphrase)
{
  GtkWidget *row = cab_test_app_find (get_page (window), ADW_TYPE_PASSWORD_ENTRY_ROW);

  g_assert_cmpstr (get_tag (window), ==, "passphrase");
  g_assert_false (gtk_widget_get_sensitive (find_suggested (get_page (window))));
  gtk_editable_set_text (GTK_EDITABLE (row), passphrase);
  go_on (window);
}

static gboolean
has_first_page (gpointer window)
{
  return g_strcmp0 (get_tag (window), "what") == 0;
}

/* [W-97] nothing of the whole practice is shown before its passphrase is known */
static void
test_passphrase (void)
{
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  GtkWidget *refusal;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-practice", NULL);
  prove_passphrase (window, "not this one");
  cab_test_app_settle (practice);
  g_assert_cmpstr (get_tag (window), ==, "passphrase");
  refusal = GTK_WIDGET (gtk_widget_get_template_child (
      get_page (window), CAB_TYPE_EXPORT_PASSPHRASE_PAGE, "refusal_label"));
  g_assert_true (gtk_widget_get_visible (refusal));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (get_child (window, "counts_label"))), ==, "");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* [W-43] locking in the middle leaves neither a dialog nor a file */
static void
test_lock (void)
{
  g_autofree char *folder = g_build_filename (g_get_home_dir (), "not-handed-over", NULL);
  CabWindow *window = cab_test_app_new_window (cab_test_app_open_sample ());
  CabOpenPractice *practice = cab_window_get_practice (window);
  AdwDialog *dialog;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-practice", NULL);
  cab_test_app_settle (practice);
  prove_passphrase (window, CAB_SAMPLE_PASSPHRASE);
  cab_test_app_wait (has_first_page, window);
  cab_test_app_settle (practice);
  dialog = get_dialog (window);
  cab_export_dialog_set_folder (CAB_EXPORT_DIALOG (dialog), folder);
  go_on (window);
  go_on (window);
  g_assert_cmpstr (get_tag (window), ==, "second-look");
  go_on (window);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *)&dialog);
  cab_window_lock (window, CAB_LOCK_ASKED);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (dialog);
  g_assert_cmpuint (count_files (folder), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/export/access", test_access);
  g_test_add_func ("/export/slip", test_slip);
  g_test_add_func ("/export/record-consent", test_record_consent);
  g_test_add_func ("/export/double-click", test_double_click);
  g_test_add_func ("/export/disclosure", test_disclosure);
  g_test_add_func ("/export/close", test_close);
  g_test_add_func ("/export/period", test_period);
  g_test_add_func ("/export/kinds", test_kinds);
  g_test_add_func ("/export/process-notes", test_process_notes);
  g_test_add_func ("/export/recipient", test_recipient);
  g_test_add_func ("/export/ground", test_ground);
  g_test_add_func ("/export/basis", test_basis);
  g_test_add_func ("/export/passphrase", test_passphrase);
  g_test_add_func ("/export/lock-in-the-middle", test_lock);

  return cab_test_app_run ();
}
