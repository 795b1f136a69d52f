/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#define G_LOG_DOMAIN "cabinet-exporter"

#include "config.h"

#include "cab-withhold.h"

#include <glib/gi18n.h>
#include <string.h>

/* A transfer and the list of disclosures are no answer to the access right, but
 * what may stay behind there may stay behind here too. */
#define ACCESS                                                                                     \
  (1 << CAB_BUNDLE_PROFILE_ACCESS | 1 << CAB_BUNDLE_PROFILE_TRANSFER                               \
   | 1 << CAB_BUNDLE_PROFILE_DISCLOSURES)
#define ANY (ACCESS | 1 << CAB_BUNDLE_PROFILE_PORTABILITY)

const CabWithholdGround cab_withhold_grounds[]
    = { { .code = "uk-third-party",
          .law = "DPA 2018, Schedule 2 Part 3, paragraph 16",
          .label = N_ ("About another person"),
          .jurisdiction = "uk",
          .profiles = ACCESS,
          .tell_no = TRUE },
        { .code = "uk-serious-harm",
          .law = "DPA 2018, Schedule 3 Part 2, paragraphs 2(2), 5, 6",
          .label = N_ ("Likely to cause serious harm"),
          .jurisdiction = "uk",
          .profiles = ACCESS,
          .tell_no = TRUE },
        { .code = "uk-expectation",
          .law = "DPA 2018, Schedule 3, paragraph 4",
          .label = N_ ("Given in the expectation that it is not told"),
          .jurisdiction = "uk",
          .profiles = ACCESS,
          .tell_no = TRUE },
        { .code = "uk-court",
          .law = "DPA 2018, Schedule 3, paragraph 3",
          .label = N_ ("Processed by a court"),
          .jurisdiction = "uk",
          .profiles = ACCESS },
        { .code = "uk-child-abuse",
          .law = "DPA 2018, Schedule 3 Part 5",
          .label = N_ ("Child abuse data"),
          .jurisdiction = "uk",
          .profiles = ACCESS,
          .tell_no = TRUE },
        { .code = "uk-privilege",
          .law = "DPA 2018, Schedule 2, paragraph 19",
          .label = N_ ("Legal professional privilege"),
          .jurisdiction = "uk",
          .profiles = ACCESS },
        { .code = "eu-others",
          .law = "GDPR Art 15(4), 20(4)",
          .label = N_ ("Rights and freedoms of others"),
          .jurisdiction = "eu",
          .profiles = ANY,
          .tell_no = TRUE },
        { .code = "eu-national",
          .law = "GDPR Art 23 and the law of the member state",
          .label = N_ ("National law"),
          .jurisdiction = "eu",
          .profiles = ACCESS,
          .tell_no = TRUE },
        { .code = "hipaa-psychotherapy-note",
          .law = "45 CFR 164.524(a)(1)(i), 164.501",
          .label = N_ ("Psychotherapy notes"),
          .jurisdiction = "us-hipaa",
          .profiles = ACCESS },
        { .code = "hipaa-proceedings",
          .law = "45 CFR 164.524(a)(1)(ii)",
          .label = N_ ("Compiled for a legal proceeding"),
          .jurisdiction = "us-hipaa",
          .profiles = ACCESS },
        { .code = "hipaa-inmate",
          .law = "45 CFR 164.524(a)(2)(ii)",
          .label = N_ ("Inmate"),
          .jurisdiction = "us-hipaa",
          .profiles = ACCESS },
        { .code = "hipaa-research",
          .law = "45 CFR 164.524(a)(2)(iii)",
          .label = N_ ("Research in progress"),
          .jurisdiction = "us-hipaa",
          .profiles = ACCESS },
        { .code = "hipaa-confidential-source",
          .law = "45 CFR 164.524(a)(2)(v)",
          .label = N_ ("Given under a promise of confidence"),
          .jurisdiction = "us-hipaa",
          .profiles = ACCESS },
        { .code = "hipaa-endanger",
          .law = "45 CFR 164.524(a)(3)(i)",
          .label = N_ ("Likely to endanger life or safety"),
          .jurisdiction = "us-hipaa",
          .profiles = ACCESS },
        { .code = "hipaa-harm-other",
          .law = "45 CFR 164.524(a)(3)(ii)",
          .label = N_ ("Likely to harm another person"),
          .jurisdiction = "us-hipaa",
          .profiles = ACCESS },
        { .code = "hipaa-representative",
          .law = "45 CFR 164.524(a)(3)(iii)",
          .label = N_ ("Asked for by a representative, likely to cause harm"),
          .jurisdiction = "us-hipaa",
          .profiles = ACCESS },
        { .code = "other-member",
          .law = "GDPR Art 15(4)",
          .label = N_ ("About another member of a joint record"),
          .profiles = ANY,
          .automatic = TRUE },
        { .code = "licence",
          .law = "Licence of the questionnaire",
          .label = N_ ("Wording that may not be passed on"),
          .profiles = ANY,
          .automatic = TRUE },
        { .code = "damaged",
          .law = "",
          .label = N_ ("Damaged, cannot be read"),
          .profiles = ANY,
          .automatic = TRUE },
        { .code = "not-identified",
          .law = "GDPR Art 11(2), 12(6)",
          .label = N_ ("The person could not be identified"),
          .profiles = ANY,
          .whole = TRUE },
        { .code = "unfounded-excessive",
          .law = "GDPR Art 12(5)",
          .label = N_ ("Manifestly unfounded or excessive"),
          .profiles = ANY,
          .whole = TRUE },
        { .code = "not-covered",
          .law = "The right does not apply",
          .label = N_ ("Not covered by the right"),
          .profiles = ANY },
        { NULL } };

const CabWithholdGround *
cab_withhold_find (const char *code)
{
  for (const CabWithholdGround *at = cab_withhold_grounds; at->code != NULL; at++)
    {
      if (g_strcmp0 (at->code, code) == 0)
        return at;
    }

  return NULL;
}

gboolean
cab_withhold_ground_fits (const CabWithholdGround *self,
                          const char *jurisdiction,
                          CabBundleProfile profile)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->automatic || self->whole || (self->profiles & 1u << profile) == 0)
    return FALSE;
  if (self->jurisdiction == NULL || jurisdiction == NULL || strcmp (jurisdiction, "other") == 0
      || strcmp (jurisdiction, "us-other") == 0)
    return TRUE;

  return strcmp (self->jurisdiction, jurisdiction) == 0;
}
