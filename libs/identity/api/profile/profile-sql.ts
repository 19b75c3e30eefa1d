/**
 * The SQL expression of a person's profile as it stands now, as the contract has it.
 * @param person the alias of identity.person in the statement
 */
export function profileOf(person: string): string {
  return `(
    SELECT jsonb_build_object('email', ${person}.email, 'languages', ${person}.languages,
      'region', a.region_code, 'organisation', a.organisation_id,
      'organisationNamed', a.organisation_named, 'sector', a.sector,
      'practitionerType', a.practitioner_type,
      'confirmed', jsonb_build_object('region', a.region_confirmed_at IS NOT NULL,
        'organisation', a.organisation_confirmed_at IS NOT NULL),
      'version', md5(concat_ws('|', ${person}.name, ${person}.languages::text, a.id,
        a.region_confirmed_at, a.organisation_confirmed_at)))
    FROM (SELECT) AS whoever
    LEFT JOIN identity.affiliation a ON a.person_id = ${person}.id AND a.valid_to IS NULL)`;
}
