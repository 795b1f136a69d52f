/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Cabinet authors
 */

#pragma once

#include "cab-bundle-profile.h"

G_BEGIN_DECLS

/**
 * CabWithholdGround:
 * @code: `uk-third-party`
 * @law: the rule, as it is cited
 * @label: in words, marked for translation
 * @jurisdiction: (nullable): code of the jurisdiction it belongs to; %NULL for any
 * @profiles: set of profiles, as `1 << CAB_BUNDLE_PROFILE_…`
 * @tell_no: whether the law lets it be left unmentioned
 * @automatic: set by Cabinet itself, not a person's to choose
 * @whole: refuses a whole request, not an item
 *
 * A ground for leaving an item out of a bundle.
 *
 * Source: rights.md; † the marked laws there must be checked against the
 * primary source before release.
 */
typedef struct
{
  const char *code;
  const char *law;
  const char *label;
  const char *jurisdiction;
  guint profiles;
  gboolean tell_no;
  gboolean automatic;
  gboolean whole;
} CabWithholdGround;

/** cab_withhold_grounds: (array): all grounds, ended by a row without code */
extern const CabWithholdGround cab_withhold_grounds[];

/** cab_withhold_find: Returns: (nullable): the ground of that code */
const CabWithholdGround *cab_withhold_find (const char *code);

/**
 * cab_withhold_ground_fits:
 * @self: a ground
 * @jurisdiction: code of the practice's jurisdiction
 * @profile: the bundle's profile
 *
 * Whether a person may choose the ground there. A practice outside the
 * jurisdictions that Cabinet knows (`us-other`, `other`) may choose any, because
 * its own law is not listed.
 *
 * Returns: %TRUE when it may be chosen
 */
gboolean cab_withhold_ground_fits (const CabWithholdGround *self,
                                   const char *jurisdiction,
                                   CabBundleProfile profile);

G_END_DECLS
