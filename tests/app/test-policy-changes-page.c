/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-test"

#include "config.h"

#include "cab-policy-changes-page.h"
#include "cab-policy-text.h"
#include "cab-test-app.h"

static CabRecord *
new_text (gint64 version, const char *title, const char *body)
{
  CabRecord *text = cab_record_new (&cab_policy_text_kind);

  cab_record_set_integer (text, CAB_OWN (CAB_POLICY_TEXT_FIELD_VERSION_NUMBER), version);
  cab_record_set_text (text, CAB_OWN (CAB_POLICY_TEXT_FIELD_TITLE), title);
  cab_record_set_text (text, CAB_OWN (CAB_POLICY_TEXT_FIELD_BODY), body);

  return text;
}

/* [W-96] the diff of two versions counts what changed, of the title too */
static void
test_summary (void)
{
  static const struct
  {
    const char *title;
    const char *body;
    const char *summary;
  } cases[] = {
    { "Recordings", "We may record.", "The words of version 1 and version 2 are the same" },
    { "Recordings", "We may always record.", "1 change from version 1 to version 2" },
    { "Our recordings", "We may always record.", "3 changes from version 1 to version 2" },
  };
  g_autoptr (CabRecord) before = new_text (1, "Recordings", "We may record.");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CabRecord) after = new_text (2, cases[i].title, cases[i].body);
      GtkWidget *page
          = g_object_ref_sink (GTK_WIDGET (cab_policy_changes_page_new (before, after)));
      gpointer label
          = gtk_widget_get_template_child (page, CAB_TYPE_POLICY_CHANGES_PAGE, "summary_label");

      g_assert_cmpstr (gtk_label_get_label (label), ==, cases[i].summary);
      g_object_unref (page);
    }
}

int
main (int argc, char **argv)
{
  cab_test_app_init (&argc, &argv);
  g_test_add_func ("/policy-changes-page/summary", test_summary);

  return cab_test_app_run ();
}
