"""What a body shows: names of symptoms and harms, with the words that a leaflet has for them.

Written as in ``deeds``; the first letter says how a leaflet means it where nothing else does:
``~`` the ordinary course, ``!`` a harm.
"""

from __future__ import annotations

BODY = """
~ redness: red; redness; flush; flushed; erythema; pink; pinkness; reddened; reddening; sunburn; sun burn; sun burnt; burnt by the sun; sunburnt; sunburned; flushing; caught the sun; rosy; blotchy; ruddy; pinker; redder; blush; colour in the face; glowing red
~ swelling: swell; swelling; swollen; puffy; puffiness; oedema; edema; puffed; puff; swells; fluid; water retention
~ pain: pain; painful; sore; soreness; tender; tenderness; ache; aching; discomfort; hurt; uncomfortable; throb; throbbing; achy; smarting
~ tightness: tight; tighten; tightness; taut; tautness; stretched; tighter; drawn
~ itching: itch; itchy; itching; itchiness; itches; pruritus
~ burning: =burning; burning sensation; burny
~ stinging: sting; stinging; prickle; prickly; prickling; stings; nettle
~ heat-sensation: heat is gone; heat has gone; heat goes; heat fades; heat settles; heat subsides; heat will; warm; warmth; heat sensation; hot feeling; feel hot; feels hot; feeling hot; heat in the skin; radiate heat; =glowing; feel of heat; feeling of heat; hot to touch; hot to the touch; sensation of heat
~ dryness: will be dry; may be dry; may feel dry; feel dry; feels dry; somewhat dry; little dry; bit dry; slightly dry; quite dry; dry areas; dry patches; dry; dryness; drier; dehydrated; dry skin; parched; rough; roughness; sandpaper; sandpapery; rougher
~ peeling: peel; peeling; flake; flaking; flaky; shed; shedding; sheds; slough; sloughing; flakes; skin comes off; exfoliate naturally; come away; skin coming off
~ scabbing: scab; scabs; crust; crusting; scabbing; crusty; crusts; microcrusts; coffee grounds; scabby; coffee ground; scabbed; scale
~ bruising: bruise; bruising; bruised; black and blue; purple; purpura; bruises; haematoma; hematoma; black eye; discoloured purple
~ bleeding: nick; small cut; graze; bleed; bleeding; blood; pinpoint bleeding; bleeds; points of blood; spots of blood; ooze blood; drops of blood
~ petechiae: petechiae; petechia; red dots under; tiny red or purple spots
~ weeping: weep; weeping; ooze; oozing; lymph; clear fluid; clear plasma; seep; seeping; leak; weeps
~ sensitivity: scratchy; scratchy feeling; tender to the touch; sore to the touch; sensitive to the touch; sensitive; sensitivity; delicate; tender skin; sensitised; reactive
~ tingling: tingle; tingling; pins and needles; tingles; tingly; fizz
~ numbness: numb; numbness; numbed; less feeling; loss of feeling; loss of sensation; dull feeling
~ lumps: lump; lumps; bump; bumps; lumpy; lumpiness; small bumps; hardness; nodule; firmness; hard; firm lump; welts; bite marks; bites; pimply bumps; raised marks; raised bumps; raised spots; weal; wheal; hive like bumps; firm; knots
~ acne-flare: breakout; break out; spots; spotty; acne; pimple; milia; purge; purging; whitehead; blemish; acne flare; outbreak; breakouts; pustule; ingrown hair; folliculitis; ingrowing hair; ingrown
~ darkening: darker; darken; darkening; dark brown; dark spots; browner; brown patches; dark; bronzed; brown; colour is dark; look dark; looks darker; colour looks dark; darkest
~ headache: headache; migraine
~ flu-symptoms: flu like; flu symptoms; fatigue; tired; tiredness; unwell; nausea; dizzy; dizziness; faint; lightheaded; fainting; flu; sick; light headed
~ asymmetry: asymmetry; uneven; asymmetrical; lopsided; unevenness; patchy; one side; not match
~ needle-marks: needle mark; injection mark; small marks; tiny marks; puncture; marks; needle point; pinprick; red marks; injection site; entry point; track marks
~ fading: fade; fading; lighter; fades; colour loss; pigment lost; faded; paler; lightens; colour will not hold; lose colour; colour change; colour come out; true shade; true colour; colour vanish; colour seems to vanish; pull colour; pigment loss; patchy colour; lighten; lose pigment; lose the pigment; pull out ink
~ hair-shedding: dropping out; hair drops; hair starts; hair falls; hair fall; hair loss; fall out; shed hair; stubble; hairs grow; hairs drop; regrowth; hair growth; hair will
~ watery-eyes: watery eyes; =watering; gritty eyes; dry eye; eyes water; itchy eyes; sticky eyes
~ heaviness: heaviness; feel heavy; heavy feeling; heavy lids; feels heavy
0 healing: heal; healing; recover; recovery; settle down; healed; repair; heals; recovers
~ irritation: irritate; irritation; irritated; irritates; inflamed; inflame; inflammation; reaction
! infection: pick up an infection; pick up a bacterial infection; picks up an infection; infect; infection; infected; bacteria; germs; contaminate; cellulitis; infections; germ; bacterial; abscess; sepsis
! pus: pus; yellow discharge; discharge; green; smell; yellow; smelly; foul
! fever: fever; temperature; feverish; chills; shiver; high temperature; shivery; rigors
! cold-sore: cold sore; coldsore; herpes; cold sores; fever blister; herpes simplex; shingles
! pigment-change: lighter or darker; darker or lighter; pigmentation; hyperpigmentation; patchy pigment; uneven pigment; discolour; discolouration; discoloration; hypopigmentation; pigment change; dark patch; white patch; light patch; dark marks; lighter patches; darker patches; change in colour; brown marks; tram lines; patches of colour; staining; skin tone change
! scarring: scar; scarring; scars; scarred; mark for life; permanent mark
! keloid: keloid; hypertrophic; raised scar; keloids; thick scar; lumpy scar
! granuloma: granuloma; granulomas
! blistering: blister; blistering; blistered; blisters
! burns: =burn; =burns; =burnt; =burned; scald
! allergy: allergy; allergic; rash; hives; allergic reaction; urticaria; contact dermatitis; allergies
! rash: heat rash; rashes
! anaphylaxis: anaphylaxis; anaphylactic; breathing; breathe; swallow; swallowing; throat; tongue; trouble breathing; difficulty breathing; breathless
! necrosis: necrosis; tissue death; skin dies; blanching; dusky; mottled; tissue loss; grey skin; vascular occlusion; blocked blood vessel; occlusion; skin death; blanched; white skin; mottling; blocked artery; blood vessel; embolism; stroke; turns white; blue grey; pale skin; cold skin
! vision-loss: vision; sight; blindness; blind; visual; blurred vision; eyesight; blurred; double vision
! ptosis: ptosis; droop; drooping; droopy eyelid; drooping eyelid; droopy; dropped eyelid; eyelid drop; drooped; drop of the eyelid; droops
! product-migration: migrate; migration; displace; displacement; moving the filler; shift; spreading to; spread to other muscles; spread; move; dislodge
! ulceration: ulcer; ulceration; open sore; open sores; sores; erosion; open wound
! nerve-damage: nerve damage; nerve injury; paralysis; nerve
! adverse-reaction: bad reaction; adverse reaction; adverse; complication; side effect; severe reaction; unusual reaction; unexpected; unusual symptoms; anything unusual; problem; problems; adverse effect; unusual; react badly
! concerns: concern; concerned; worried; worry; question; questions; any doubt; unsure; concerns; in doubt; uneasy; not sure; anxious; queries; query; any doubts
! damage: damage; damaged; harm; injure; injury; weaken; weaker; strip; ruin; spoil; tear the skin; strips
! thrombosis: thrombosis; clot; calf pain; clots; dvt; leg pain
! vein-matting: matting; fine red veins; new veins
~ freckle-change: freckle; freckles; mole
! lasting-redness: prolonged redness; lasting redness; persistent redness
! fat-loss: fat loss; hollow; hollowness; loss of fat; hyperplasia
! chest-pain: chest pain; palpitation
"""
