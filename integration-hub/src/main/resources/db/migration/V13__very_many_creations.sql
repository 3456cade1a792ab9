-- Very many creations are taken at once. As a function of SQL this one was planned anew for each of them, which took longer
-- than all else: ten thousand took a minute. In plpgsql its plan is kept.
create or replace function remains_of(golden uuid) returns uuid stable language plpgsql as $$
declare
    here uuid := golden;
    into_id uuid;
begin
    loop
        select merged_into into into_id from golden as one where one.id = here;
        if not found then
            return null;
        end if;
        if into_id is null then
            return here;
        end if;
        here := into_id;
    end loop;
end
$$;
