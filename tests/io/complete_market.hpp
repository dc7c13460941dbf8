// A small market with rows in every table, a value in every column, quoted cells and newlines.
#pragma once

#include "support.hpp"

namespace aril::io::test {

inline Files complete_market() {
  Files files;
  files["market"] = R"csv(key,value
currency,CNY
title_en,"Jinfeng, ""the district"""
title_zh,金凤区
)csv";
  files["modes"] = R"csv(id,title_en,title_zh,metres_per_minute
walk,On foot,步行,80
bike,Bicycle,自行车,250
bus,"Bus, with
one change",公交,
car,,驾车,600
taxi,Taxi,,600
ferry,,,
metro,Underground,地铁,700
e-bike,Electric bicycle,电动车,333
)csv";
  files["areas"] = R"csv(id,title_en,title_zh,kind,parent
jinfeng,Jinfeng,金凤区,district,
north,North,北街,township,jinfeng
south,"South
(new town)",南街,township,jinfeng
n1,North One,,community,north
n2,North Two,北二,community,north
s1,,南一,community,south
s2,"South ""Two""",,community,south
spare,,,,
)csv";
  files["grids"] = R"csv(id,title_en,title_zh,area,latitude,longitude
g1,Grid 1,格一,n1,38.47,106.22
g2,"Grid 2,
by the lake",,n1,38.48,106.23
g3,,,n2,38.5,106.2
g4,,,n2,,
g5,,,s1,38.40,106.1
g6,,格六,s1,-38.4,-106.25
g7,,,s2,0,0
g8,,,,,
)csv";
  files["travel"] = R"csv(mode,from,to,minutes
walk,g1,g2,17
walk,g2,g1,19
bus,g1,g3,25
bus,g3,g1,255
bus,g1,g1,0
bike,g1,g4,9
ferry,g4,g8,253
car,g4,g5,14
)csv";
  files["skills"] = R"csv(id,title_en,title_zh,aliases,broader,related,group
all,Skills,技能,,,,yes
craft,Crafts,手艺,,all,,yes
weld,Welding,焊接,joining metal|brazing,craft,cut,
cut,"Cutting ""plate""",,-,craft,,
care,Care,护理,nursing|care\: at home|\-,all,,no
cook,"Cooking
and baking",烹饪,"a \| b, c\:d\\e",all,care,
a|b:c,"Odd, very",,,,,
-,Dash,,,,a\|b\:c|-x,
-x,,,,,\-,
)csv";
  files["occupations"] = R"csv(id,title_en,title_zh,aliases,broader,related,group,essential,optional
work,Work,职业,,,,yes,,
metal,Metal work,,,work,,yes,,
welder,Welder,焊工,arc welder|焊接工,metal,fitter,,weld:3|cut,craft:1
fitter,"Fitter,
pipes",,,metal,,,cut:2,-
nurse,Nurse,护士,-,work,,,care:5,cook:0
cook,Cook,厨师,,work,-,,cook:8|cook:2,care
odd,Odd,,,,,,a\|b\:c:4|\-,-x
spare,,,,,,,,
)csv";
  files["employers"] = R"csv(id,title_en,title_zh,kind,parent,grid,blocked_residents
mall,The Mall,商场,district,,g1,
tower,Tower,,building,mall,g1,
E1,"Steel & Sons, ""Ltd""",钢铁,company,tower,g2,R1|R2
E2,Clinic,诊所,clinic,,g3,-
E3,"Canteen
No. 3",食堂,,tower,,
E4,School,学校,school,,g5,R8
E5,Workshop,,,,g7,
E6,,,,,,
)csv";
  files["residents"] =
      R"csv(id,home,mode,travel_limit,wanted_kinds,wanted_workplaces,skills,credentials,languages,week,pay_floor,currency,needs,of_legal_age,available_from,budget,daily_units,wanted_occupations,held_occupations,liked_employers,liked_kinds,liked_workplaces,blocked_postings,blocked_employers
R1,g1,walk,30,job|internship,on_site|remote,weld:3|cut,welding licence,zh:C2|en:2,mon-fri 9-18|sat 10-14,4500,CNY,ramp,yes,2026-06-01,300,12,welder,fitter,E1:2|E2:-1,job:1|piecework_lot:-2,remote:2,P2,E4
R2,g2,bus,45,-,-,-,-,-,-,0,,-,no,,0,0,-,-,-,-,-,-,-
R3,,,,,,,,,,,,,,,,,,,,,,,
R4,g3,bike,0,piecework_lot,at_home,care:5|care:3|cook:,first aid|driving\: B,hui:0|zh:,tue 0-24,18.50,USD,quiet room,yes,2026-12-31,12.5,3,nurse|cook,,E3:0,internship:0,on_site:-2|at_home:1,,E1|E5
R5,g4,,1440,training_slot,,-x:8|\-:1,"cook's licence, ""A""",ar,sun 20-24|sun 0-2,999999999.99,,"lift|doorstep, ""only"" mornings",,2020-02-29,,1000000000,,spare,,,,P1|P8,
R6,,car,12,,remote,,,,,,,,,,,,,,,,,,
R7,g8,ferry,,job|training_slot|internship|piecework_lot,,cook:2,,en:B1,,2000,CNY,,no,,,,odd,,E6:-2,,,,
R8,g7,metro,20,,,a\|b\:c:1,"a\|b,c",,mon 8-9,1,CNY,,,,,,,,,,,,
)csv";
  files["postings"] =
      R"csv(id,kind,title_en,title_zh,employer,occupation,seats,opens,closes,posted,workplace,grid,pickup_grid,week,hours_asked,pay_lower,pay_upper,pay_period,currency,must_skills,nice_skills,credentials,languages,offers,legal_age,latest_start,starts,ends,blocked_residents,grants,prerequisite_skills,prerequisite_credentials,fee,ordered_by,units,unit_pay,due,least_daily_units,most_daily_units
P1,job,"Welder, day shift",焊工,E1,welder,3,2026-05-01,2026-07-01,2026-05-01,on_site,g2,,mon-fri 8-17,40,5000,6500.50,month,CNY,weld:3:5|cut::0,craft|cook:2,welding licence,zh:B2,ramp|lift:no,yes,2026-07-15,,,R2|R3,,,,,,,,,,
P2,job,,,E2,nurse,,,,,,g3,,,,25,,hour,,care,,-,-,-,no,,,,-,,,,,,,,,,
P3,internship,Cook's help,学徒,E3,cook,2,,2026-08-31,2026-06-01,on_site,g1,,sat-sun 10-14,0,,1500,,,cook,-,,,quiet room:yes,,2026-09-01,,,,,,,,,,,,,
P4,training_slot,Arc welding,焊接培训,E4,welder,20,,,,on_site,g5,,tue 18-21|thu 18-21,6,,,,CNY,,,,,,,,2026-07-01,2026-08-01,,weld:3|cut:2,cut:1,first aid,200,E1|E5,,,,,
P5,piecework_lot,"Sewing
at home",缝纫,E5,odd,5,,,2026-05-20,at_home,,g7,,,,,,,,a\|b\:c,,,doorstep\: only,,,,,,,,,,,1000,0.85,2026-07-31,5,40
P6,job,,,E6,,0,,,,remote,,,-,,,,week,USD,-,-,,,,,,,,,,,,,,,,,,
P7,training_slot,First aid,急救,E2,,,2026-06-01,,,remote,,,mon 0-24,,,,,,,,,,,,,2026-06-10,,,-,-,-,0,-,,,,,
P8,job,"""Odd"" job",,E6,odd,1000000,,,,,g8,g8,fri 23-24,1,0,0,year,CNY,-x,,,en,,,,,,R8,,,,,,,,,,
)csv";
  files["protected_attributes"] = R"csv(resident,ethnicity,sex,age_group,religion,disability,origin
R1,Hui,f,30-39,,,Guyuan
R2,Han,m,,,"sight, ""low""",
R3,,,,,,
R4,Hui,f,60+,"x
y",none,
R5,Manchu,m,18-29,,,Yinchuan
R6,,f,,,,
R7,Han,,,,,"a,b"
R8,,,,none,,
)csv";
  return files;
}

}  // namespace aril::io::test
